import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { owner, ownerState, signInOn } from "@/e2e/fixtures/people";

// The second goes on with the account of the first.
test.describe.configure({ mode: "serial" });

test("whoever signs up first is told so and becomes the owner", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Create the first account" }).click();
  await expect(page.getByText("This is the first account.")).toBeVisible();
  await page.getByLabel("First name").fill(owner.firstName);
  await page.getByLabel("Last name").fill(owner.lastName);
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByLabel("Password", { exact: true }).fill(owner.password);
  await page.getByLabel("Repeat password").fill(owner.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("Your account is ready.")).toBeVisible();
  await signInOn(page, owner);
  await expect(page.getByRole("heading", { name: "Applications", level: 1 })).toBeVisible();
  await expect(page.getByText("There is no application yet.")).toBeVisible();
  await page.getByRole("link", { name: "Users" }).click();
  await expect(page.getByRole("list", { name: "Users" })).toContainText("Owner");
  await page.context().storageState({ path: ownerState });
});

test.describe("with that account", () => {
  test.use({ storageState: ownerState });

  test("an empty server leads from the first application to a first answer", async ({ page, request }) => {
    await page.goto("/applications");
    await expect(page.getByText(`Welcome, ${owner.firstName}.`)).toBeVisible();
    const steps = page.getByRole("list", { name: "First steps" });
    await expect(steps.locator("[aria-current=step]")).toContainText("Create an application");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Create application" }).last().click();
    await page.getByLabel("Name").fill("Reception");
    await page.getByRole("button", { name: "Create", exact: true }).click();
    await expect(steps.locator("[aria-current=step]")).toContainText("Create a service");
    await expect(steps.getByRole("listitem").first()).toContainText("Done:");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Create service" }).click();
    await page.getByLabel("Name").fill("Entrance");
    await page.getByRole("radio", { name: "Detection" }).check();
    await page.getByRole("button", { name: "Create", exact: true }).click();
    const key = (await page.getByRole("figure", { name: "API key" }).locator("code").textContent()) ?? "";
    await expect(page.getByRole("figure", { name: "Command with this key" })).toContainText(key);
    const file = {
      name: "photo.jpg",
      mimeType: "image/jpeg",
      buffer: await readFile("node_modules/@vladmandic/face-api/demo/sample1.jpg"),
    };
    const answer = await request.post("/api/v1/detection/detect", {
      headers: { "x-api-key": key },
      multipart: { file },
    });
    expect((await answer.json()).result.length).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("list", { name: "Services" })).toContainText("Entrance");
  });
});
