import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { addSubject, makeCollection } from "@/e2e/fixtures/collections";
import { owner, ownerState, signInOn } from "@/e2e/fixtures/people";
import { fileOf, portrait } from "@/e2e/fixtures/test-page";

test.use({ storageState: ownerState });

const filesCount = 8;

/** Asks before each picture is sent, counted from 1, whether there is a way to the server. */
async function watchUploads(page: Page, hasWay: (number: number) => boolean | Promise<boolean>): Promise<void> {
  let sent = 0;
  await page.route("**/subjects/*/faces", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    sent += 1;
    return (await hasWay(sent)) ? route.continue() : route.abort("connectionrefused");
  });
}

/** The page of a collection, reached from the service's, with Anna chosen. */
async function openAnna(page: Page, request: APIRequestContext) {
  const { id: serviceId } = await makeCollection(request);
  const subjectId = await addSubject(request, serviceId, "Anna");
  await page.goto(`/services/${serviceId}`);
  await page.getByRole("link", { name: "Face collection" }).click();
  await page.getByRole("option", { name: "Anna" }).click();
  await expect(page.getByText("This subject has no faces yet.")).toBeVisible();
  const stored = async () => {
    const answer = await request.get(`/api/admin/services/${serviceId}/subjects/${subjectId}/faces`);
    return (await answer.json()).total;
  };
  return { stored };
}

async function addPictures(page: Page): Promise<void> {
  const picture = await portrait();
  const files = Array.from({ length: filesCount }, (_, at) => fileOf(`face-${at}.jpg`, picture));
  await page.getByLabel("Add pictures").setInputFiles(files);
}

test("pictures wait when the session ends, and go on after a sign-in on another page", async ({ page, request }) => {
  const { stored } = await openAnna(page, request);
  await watchUploads(page, async (number) => {
    if (number === 3) await page.context().clearCookies();
    return true;
  });
  await addPictures(page);
  await expect(page.getByText("You are signed out")).toBeVisible();
  await expect(page.getByRole("list", { name: "Failed" })).toHaveCount(0);
  expect(await stored()).toBeLessThan(filesCount);
  await expectAccessible(page);
  const opening = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Sign in" }).click();
  const other = await opening;
  await signInOn(other, owner);
  await expect(other.getByRole("heading", { name: "Applications", level: 1 })).toBeVisible();
  await other.close();
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText(`${filesCount} of ${filesCount} pictures added`)).toBeVisible();
  await expect(page.getByText("You are signed out")).toHaveCount(0);
  expect(await stored()).toBe(filesCount);
});

test("pictures wait when the connection breaks, and arrive once it is back", async ({ page, request }) => {
  const { stored } = await openAnna(page, request);
  let isConnected = false;
  await watchUploads(page, (number) => isConnected || number <= 2);
  await addPictures(page);
  await expect(page.getByText("The server cannot be reached")).toBeVisible();
  await expect(page.getByText(`2 of ${filesCount} pictures added`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("The server cannot be reached")).toBeVisible();
  isConnected = true;
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText(`${filesCount} of ${filesCount} pictures added`)).toBeVisible();
  expect(await stored()).toBe(filesCount);
});

test("going back while pictures are sent asks first, and stops them only when told so", async ({ page, request }) => {
  const { stored } = await openAnna(page, request);
  // Nothing arrives as long as the page is asked.
  await watchUploads(page, () => new Promise<boolean>(() => undefined));
  await addPictures(page);
  const dialog = page.getByRole("dialog", { name: "Stop sending pictures?" });
  const goBack = () => page.evaluate(() => window.history.back());
  await goBack();
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(`0 of ${filesCount} pictures added`)).toBeVisible();
  await goBack();
  await dialog.getByRole("button", { name: "Stop and leave" }).click();
  await expect(page.getByRole("region", { name: "API keys" })).toBeVisible();
  expect(await stored()).toBe(0);
});
