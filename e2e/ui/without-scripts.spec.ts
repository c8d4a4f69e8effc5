import { expect, test } from "@playwright/test";

test.use({ javaScriptEnabled: false });

test("a form whose scripts do not listen cannot send a password into the address", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Sign in" })).toBeDisabled();
  await expect(page.getByLabel("Password")).toBeDisabled();
});
