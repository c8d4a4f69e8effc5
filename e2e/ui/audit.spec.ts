import { readFile } from "node:fs/promises";
import { type Download, expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { openAs, owner, ownerState, signUpPerson } from "@/e2e/fixtures/people";
import { baseUrl } from "@/e2e/fixtures/server";

test.use({ storageState: ownerState });

const textOf = async (download: Download) => readFile(await download.path(), "utf8");

test("the log tells who did what, and is narrowed by form and by what it shows", async ({ page, request }) => {
  const application = await createApplication(request);
  const { id } = await createService(request, application.id);
  await page.goto("/applications");
  await page.getByRole("link", { name: "Audit log" }).click();
  const entries = page.getByRole("list", { name: "Audit log entries" });
  await expect(entries).toContainText(owner.email);
  await expectAccessible(page);
  await page.getByLabel("Who", { exact: true }).fill(owner.email.toUpperCase());
  await page.getByLabel("Object", { exact: true }).fill(id);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(entries.getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Filter", exact: true })).toBeFocused();
  await page.reload();
  await expect(entries.getByRole("listitem")).toHaveCount(1);
  await page.getByLabel("From").fill("2001-01-01");
  await page.getByLabel("Until").fill("2001-01-31");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByText("Nothing matches.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear the filter" }).click();
  await expect(page.getByLabel("From")).toHaveValue("");
  await expect(entries).toContainText(owner.email);
  // Of the whole log others may fill the first page by now.
  await page.goto(`/audit?applicationId=${application.id}`);
  await expect(entries.getByRole("button", { name: "Only application.create" })).toHaveCount(1);
  await entries.getByRole("button", { name: "Only service.create" }).first().click();
  await expect(page.getByLabel("Action", { exact: true })).toHaveValue("service.create");
  await expect(entries.getByRole("button", { name: "Only application.create" })).toHaveCount(0);
});

test("an application that is chosen for the filter stays chosen when the list of them comes late or again", async ({
  page,
  request,
}) => {
  const [one, other] = [await createApplication(request), await createApplication(request)];
  let [items, answer] = [[one], () => {}];
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/admin/applications?*", async (route) => {
    await held;
    await route.fulfill({ json: { items, total: items.length, page: 0, size: 20 } });
  });
  await page.clock.install();
  await page.goto(`/audit?applicationId=${one.id}`);
  const choice = page.getByLabel("Application", { exact: true });
  await expect(choice).toHaveValue(one.id);
  answer();
  await expect(choice.getByRole("option", { selected: true })).toHaveText(one.name);
  await choice.selectOption("All");
  items = [one, other];
  // Long enough for what was read to be read again when the reader comes back to the page.
  await page.clock.fastForward("01:00");
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await expect(choice.getByRole("option")).toHaveCount(3);
  await expect(choice).toHaveValue("");
  await choice.selectOption(other.name);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`applicationId=${other.id}`));
});

test("what matches can be taken along as a table and as JSON", async ({ page, request }) => {
  const application = await createApplication(request);
  await page.goto(`/audit?applicationId=${application.id}&action=application.create`);
  const csv = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as CSV" }).click();
  expect((await textOf(await csv)).trim().split("\r\n")).toHaveLength(2);
  const lines = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as JSON lines" }).click();
  expect(JSON.parse(await textOf(await lines))).toMatchObject({ action: "application.create" });
});

test("the owner of an application reads its log and nobody else's, an administrator of it none", async ({
  page,
  request,
  browser,
}) => {
  const application = await createApplication(request);
  const person = await signUpPerson(request);
  const headers = { origin: baseUrl };
  const data = { email: person.email, role: "ADMINISTRATOR" };
  await request.post(`/api/admin/applications/${application.id}/members`, { data, headers });
  const theirs = await openAs(browser, person);
  await expect(theirs.getByRole("link", { name: "Audit log" })).toHaveCount(0);
  await theirs.goto(`/applications/${application.id}`);
  await expect(theirs.getByRole("link", { name: "Members" })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Audit" })).toHaveCount(0);
  await theirs.goto(`/applications/${application.id}/audit`);
  await expect(theirs.getByText("This could not be loaded")).toBeVisible();
  await theirs.goto("/audit");
  await expect(theirs.getByText("This could not be loaded")).toBeVisible();
  await expectAccessible(theirs);
  await page.goto(`/applications/${application.id}`);
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  await expect(page.getByRole("list", { name: "Audit log entries" })).toContainText("Denied");
  await expectAccessible(page);
});
