import { expect, test } from "@playwright/test";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { openAs, ownerState, signUpPerson } from "@/e2e/fixtures/people";

test.use({ storageState: ownerState });

test("a member sees services and keys, but nothing to change them", async ({ page, browser, request }) => {
  const person = await signUpPerson(request);
  const application = await createApplication(request);
  const service = await createService(request, application.id);
  await page.goto(`/applications/${application.id}/members`);
  await page.getByRole("button", { name: "Add member" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/^This server sends no mail/);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("dialog").getByRole("button", { name: "Add member" }).click();
  await expect(page.getByRole("list", { name: "Members" })).toContainText(person.email);

  const theirs = await openAs(browser, person);
  await expect(theirs.getByRole("button", { name: "Create application" })).toBeHidden();
  await theirs.getByRole("link", { name: application.name }).click();
  await expect(theirs.getByRole("list", { name: "Services" })).toContainText("Entrance");
  await expect(theirs.getByRole("button", { name: "Create service" })).toBeHidden();
  await theirs.getByRole("link", { name: "Members" }).click();
  await expect(theirs.getByRole("list", { name: "Members" })).toContainText(person.email);
  await expect(theirs.getByRole("button", { name: "Add member" })).toBeHidden();
  await theirs.goto(`/services/${service.id}`);
  await expect(theirs.getByRole("list", { name: "API keys" })).toContainText("…");
  await expect(theirs.getByRole("button", { name: /^Reveal/ })).toBeHidden();
  await expect(theirs.getByRole("button", { name: /^Rotate/ })).toBeHidden();
  await theirs.goto(`/services/${service.id}/settings`);
  await expect(theirs.getByRole("form", { name: "Service settings" })).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Save" })).toBeHidden();
  await expect(theirs.getByRole("button", { name: "Delete service" })).toBeHidden();
});

test("a member can be made administrator, leaves, and sees nothing any more", async ({ page, browser, request }) => {
  const person = await signUpPerson(request);
  const application = await createApplication(request);
  await page.goto(`/applications/${application.id}/members`);
  await page.getByRole("button", { name: "Add member" }).click();
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("dialog").getByRole("button", { name: "Add member" }).click();
  await page.getByRole("button", { name: `Change role of ${person.email}` }).click();
  await page.getByLabel(`Role of ${person.email}`, { exact: true }).selectOption("Administrator");
  await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
  // The dialog names all roles, and stands within the row.
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: person.email })).toContainText("Administrator");

  const theirs = await openAs(browser, person);
  // Not by address: the list that is read here must not come again after leaving.
  await theirs.getByRole("link", { name: application.name }).click();
  await expect(theirs.getByRole("button", { name: "Create service" })).toBeVisible();
  await theirs.getByRole("link", { name: "Settings" }).click();
  await expect(theirs.getByRole("button", { name: "Leave application" })).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Delete application" })).toBeHidden();
  await theirs.getByRole("button", { name: "Leave application" }).click();
  await theirs.getByRole("dialog").getByRole("button", { name: "Leave application" }).click();
  await expect(theirs.getByText("You are in no application yet.")).toBeVisible();
  await theirs.goto(`/applications/${application.id}`);
  await expect(theirs.getByRole("alert").filter({ hasText: "This could not be loaded" })).toContainText("Request");
});

test("an application is renamed, and deleted only after its name was typed", async ({ page, request }) => {
  const { id, name } = await createApplication(request);
  await page.goto(`/applications/${id}/settings`);
  await page.getByRole("textbox", { name: "Name" }).fill(`${name} B`);
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} B`);
  await page.getByRole("button", { name: "Delete application" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Delete application" }).click();
  await expect(dialog.getByLabel(/^Type/)).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Delete application" })).toBeFocused();
  await page.getByRole("button", { name: "Delete application" }).click();
  await dialog.getByLabel(/^Type/).fill(`${name} B`);
  await dialog.getByRole("button", { name: "Delete application" }).click();
  await expect(page.getByText(`${name} B is deleted.`)).toBeVisible();
  await expect(page.getByRole("link", { name: `${name} B` })).toBeHidden();
});

test("the search narrows the list, stays in the address and can be cleared", async ({ page, request }) => {
  const { name } = await createApplication(request);
  await createApplication(request);
  await page.goto("/applications");
  await page.getByLabel("Search applications").fill(name);
  await expect(page.getByRole("link", { name: /^Gate/ })).toHaveText([name]);
  await page.reload();
  await expect(page.getByLabel("Search applications")).toHaveValue(name);
  await page.getByLabel("Search applications").fill(`${name} and more`);
  await expect(page.getByText(`No application is called like “${name} and more”.`)).toBeVisible();
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/api/admin/applications?*", async (route) => {
    await held;
    await route.continue();
  });
  const asked = page.waitForRequest("**/api/admin/applications?*");
  await page.getByRole("button", { name: "Clear the search" }).click();
  await asked;
  await expect(page.getByLabel("Search applications")).toHaveValue("");
  await expect(page.getByText(`No application is called like “${name} and more”.`)).toBeVisible();
  await expect(page.getByText("There is no application yet.")).toHaveCount(0);
  answer();
  await expect(page.getByText("No application is called like")).toBeHidden();
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).nth(1)).toBeVisible();
});

test("a list that cannot be loaded does not look like an empty one", async ({ page }) => {
  await page.route("**/api/admin/applications?*", (route) => route.abort());
  await page.goto("/applications");
  await expect(page.getByText("The server cannot be reached.")).toBeVisible();
  await page.unroute("**/api/admin/applications?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("in total")).toBeVisible();
});
