import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { ownerState } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";

test.use({ storageState: ownerState, permissions: ["clipboard-read", "clipboard-write"] });

async function detectWith(request: APIRequestContext, key: string): Promise<number> {
  const photo = await readFile("node_modules/@vladmandic/face-api/demo/sample1.jpg");
  const file = { name: "photo.jpg", mimeType: "image/jpeg", buffer: photo };
  const answer = await request.post("/api/v1/detection/detect", { headers: { "x-api-key": key }, multipart: { file } });
  return answer.status();
}

async function readKey(page: Page): Promise<string> {
  const key = page.getByRole("figure", { name: "API key" });
  await key.getByRole("button", { name: "Copy" }).click();
  await expect(key.getByText("Copied")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("from an empty start to a detection: application, service, key, request", async ({ page, request }) => {
  await page.goto("/applications");
  await page.getByRole("button", { name: "Create application" }).first().click();
  await expect(page.getByLabel("Name")).toBeFocused();
  await page.getByLabel("Name").fill(`Hall ${randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByText("There is no service yet.")).toBeVisible();
  await page.getByRole("button", { name: "Create service" }).click();
  await page.getByLabel("Name").fill("Entrance");
  await page.getByRole("radio", { name: "Detection" }).check();
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await expect(page.getByRole("figure", { name: "Command with this key" })).toContainText("curl");
  await expect(page.getByRole("dialog", { name: "Create service" })).toBeFocused();
  const key = await readKey(page);
  expect(await detectWith(request, key)).toBe(200);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "Create service" })).toBeFocused();
  await expect(page.getByRole("list", { name: "Services" })).toContainText(key.slice(0, 8));
});

test("a rotated key without grace stops, the new one works", async ({ page, request }) => {
  const { id } = await createService(request, (await createApplication(request)).id);
  await page.goto(`/services/${id}`);
  await page.getByRole("button", { name: /^Reveal/ }).click();
  await expect(page.getByText("It is recorded who looked at a key")).toBeVisible();
  await page.getByRole("button", { name: "Show the key" }).click();
  const old = await readKey(page);
  expect(await detectWith(request, old)).toBe(200);
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: /^Rotate/ }).click();
  await page.getByLabel("The old key").selectOption("Stops at once");
  await page.getByRole("button", { name: "Rotate key" }).click();
  const fresh = await readKey(page);
  expect(fresh).not.toBe(old);
  expect(await detectWith(request, fresh)).toBe(200);
  await expect.poll(() => detectWith(request, old)).toBe(404);
});

test("an extra key with its scopes is made and revoked", async ({ page, request }) => {
  const { id } = await createService(request, (await createApplication(request)).id);
  await page.goto(`/services/${id}`);
  await page.getByRole("button", { name: "Create key" }).click();
  const dialog = page.getByRole("dialog", { name: "Create key" });
  await dialog.getByLabel("Name").fill("Till");
  await dialog.getByLabel(/^Read/).uncheck();
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  await expect(dialog.getByText("At least one of these must be chosen")).toBeVisible();
  await dialog.getByLabel(/^Read/).check();
  await dialog.getByLabel("Expires").selectOption("In 7 days");
  await dialog.getByRole("button", { name: "Create", exact: true }).click();
  const key = await readKey(page);
  expect(await detectWith(request, key)).toBe(200);
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Revoke Till" }).click();
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByRole("button", { name: "Revoke Till" })).toBeHidden();
  await expect(page.getByRole("region", { name: "API keys" })).toBeFocused();
  await expect.poll(() => detectWith(request, key)).toBe(404);
});

test("settings are kept, and a wrong one is refused at its field", async ({ page, request }) => {
  const { id } = await createService(request, (await createApplication(request)).id, "Entrance", "RECOGNITION");
  await page.goto(`/services/${id}/settings`);
  const settings = page.getByRole("form", { name: "Service settings" });
  await settings.getByLabel("Detection threshold").fill("1.5");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings.getByLabel("Detection threshold")).toHaveAttribute("aria-invalid", "true");
  await settings.getByLabel("Detection threshold").fill("0.7");
  await settings.getByLabel("Allowed origins").fill("not an origin");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings.getByLabel("Allowed origins")).toHaveAttribute("aria-invalid", "true");
  await settings.getByLabel("Allowed origins").fill("https://app.example");
  await settings.getByLabel("Decision policy").selectOption("Strict");
  await expect(settings.getByText("Of 10,000 strangers")).toBeVisible();
  await settings.getByLabel("Decision policy").selectOption("A threshold of your own");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(settings.getByText("Must be given for a threshold of your own")).toBeVisible();
  await settings.getByLabel("Similarity threshold").fill("0.62");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await page.reload();
  await expect(settings.getByLabel("Decision policy")).toHaveValue("CUSTOM");
  await expect(settings.getByLabel("Similarity threshold")).toHaveValue("0.62");
  await expect(settings.getByLabel("Detection threshold")).toHaveValue("0.7");
  await expect(settings.getByLabel("Allowed origins")).toHaveValue("https://app.example");
});

test("a service offers the settings that its type has use for", async ({ page, request }) => {
  const { id: applicationId } = await createApplication(request);
  const detection = await createService(request, applicationId);
  const verification = await createService(request, applicationId, "Papers", "VERIFICATION");
  const settings = page.getByRole("form", { name: "Service settings" });
  await page.goto(`/services/${verification.id}/settings`);
  await expect(settings.getByLabel("Decision policy")).toHaveAccessibleDescription(/^Of 1,000 pairs of strangers/);
  await page.goto(`/services/${detection.id}/settings`);
  await settings.getByLabel("Detection threshold").fill("0.7");
  await expect(settings.getByLabel("Decision policy")).toBeHidden();
  await expect(settings.getByLabel("Keep pictures")).toBeHidden();
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
});

test("a service is cloned, and deleted only after its name was typed", async ({ page, request }) => {
  const application = await createApplication(request);
  const { id } = await createService(request, application.id);
  await page.goto(`/services/${id}/settings`);
  await page.getByRole("button", { name: "Clone service" }).click();
  await page.getByLabel("Name of the copy").fill("Exit");
  await page.getByRole("button", { name: "Clone", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Exit" })).toBeVisible();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Delete service" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete service" });
  await dialog.getByLabel("Type Exit to confirm").fill("Exi");
  await dialog.getByRole("button", { name: "Delete service" }).click();
  await expect(dialog.getByText("Must be Exit")).toBeVisible();
  await dialog.getByLabel("Type Exit to confirm").fill("Exit");
  await dialog.getByRole("button", { name: "Delete service" }).click();
  await expect(page.getByText("Exit is deleted.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Services" })).toContainText("Entrance");
  await expect(page.getByRole("list", { name: "Services" })).not.toContainText("Exit");
});

test("no script or style of the signed-in pages is refused by the content security policy", async ({
  page,
  request,
}) => {
  const application = await createApplication(request);
  const { id } = await createService(request, application.id);
  const problems = noteProblems(page);
  await page.goto(`/applications?search=${encodeURIComponent(application.name)}`);
  await page.getByRole("link", { name: application.name }).click();
  await page.getByRole("link", { name: "Entrance" }).click();
  await page.getByRole("button", { name: /^Reveal/ }).click();
  await page.getByRole("button", { name: "Show the key" }).click();
  await expect(page.getByRole("figure", { name: "API key" })).toBeVisible();
  await page.goto(`/services/${id}/settings`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  expect(problems).toEqual([]);
});
