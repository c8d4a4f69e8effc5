import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { looks } from "@/e2e/fixtures/looks";
import { ownerState } from "@/e2e/fixtures/people";

const publicPages = ["/", "/no-such-page", "/sign-in", "/sign-up", "/verify", "/forgot-password", "/reset-password"];

async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()!.width,
  );
}

for (const look of looks) {
  const title = `in the ${look.colorScheme} theme, ${look.viewport.width} pixels wide, WCAG 2.1 A and AA is met by`;

  for (const path of publicPages) {
    test(`${title} ${path}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: look.colorScheme });
      await page.setViewportSize(look.viewport);
      await page.goto(path);
      await expectAccessible(page);
      await expectToFit(page);
    });
  }

  test.describe(() => {
    test.use({ storageState: ownerState });

    test(`${title} the pages of the signed-in area`, async ({ page, request }) => {
      const application = await createApplication(request);
      const service = await createService(request, application.id);
      const here = `/applications/${application.id}`;
      await page.emulateMedia({ colorScheme: look.colorScheme });
      await page.setViewportSize(look.viewport);
      for (const path of ["/applications", here, `${here}/members`, `${here}/settings`, "/users", "/profile"]) {
        await page.goto(path);
        await expectAccessible(page);
        await expectToFit(page);
      }
      await page.goto(`/services/${service.id}`);
      await expectAccessible(page);
      await expectToFit(page);
    });

    test(`${title} dialogs and their errors`, async ({ page, request }) => {
      const application = await createApplication(request);
      await page.emulateMedia({ colorScheme: look.colorScheme });
      await page.setViewportSize(look.viewport);
      await page.goto(`/applications/${application.id}`);
      await page.getByRole("button", { name: "Create service" }).click();
      await page.getByRole("button", { name: "Create", exact: true }).click();
      await expect(page.getByText("Must not be empty")).toBeVisible();
      await expectAccessible(page);
      await expectToFit(page);
    });
  });
}

test("the first tab stop skips to the content", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
});
