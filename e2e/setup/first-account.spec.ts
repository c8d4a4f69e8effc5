import { expect, test } from "@playwright/test";
import { owner, ownerState, signInOn } from "@/e2e/fixtures/people";

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
