import { expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";

test("the address in a problem leads to what it means", async ({ page, request }) => {
  const { type } = await (await request.get("/api/admin/me")).json();
  expect(type).toBe("/docs/errors/unauthenticated");
  await page.goto(type);
  await expect(page.getByRole("heading", { name: "unauthenticated" })).toBeVisible();
  await expect(page).toHaveTitle("unauthenticated – Mien");
  await expectAccessible(page);
});

for (const code of ["no_such_code", "..%2F..%2Fpackage.json", "%00", "NO_FACE"]) {
  test(`there is no page for ${code}`, async ({ page }) => {
    expect((await page.goto(`/docs/errors/${code}`))?.status()).toBeGreaterThanOrEqual(400);
  });
}
