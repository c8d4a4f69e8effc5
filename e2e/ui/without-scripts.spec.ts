import { expect, test } from "@playwright/test";

test.use({ javaScriptEnabled: false });

test("a form whose scripts do not listen cannot send a password into the address", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeDisabled();
  await expect(page.getByLabel("Password")).toBeDisabled();
});

test("what would do nothing before its scripts listen cannot be used until then", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByLabel("Theme")).toBeDisabled();
  await expect(page.getByLabel("Language")).toBeDisabled();
  for (const copy of await page.getByRole("button", { name: "Copy" }).all()) await expect(copy).toBeDisabled();
  await page.goto("/verify?token=one");
  await expect(page.getByRole("button", { name: "Confirm address" })).toBeDisabled();
});
