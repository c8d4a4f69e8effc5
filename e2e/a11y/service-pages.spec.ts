import { expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { looks } from "@/e2e/fixtures/looks";
import { ownerState } from "@/e2e/fixtures/people";

test.use({ storageState: ownerState });

const hourMs = 3_600_000;

/** A day in which something happened. */
const items = Array.from({ length: 24 }, (_, index) => ({
  at: new Date(Math.floor(Date.now() / hourMs) * hourMs - (23 - index) * hourMs).toISOString(),
  requests: index % 5 === 0 ? 0 : index * 1_234,
  errors: index % 7,
  p50Ms: index % 5 === 0 ? null : 40 + index,
  p95Ms: index % 5 === 0 ? null : 90 + index * 3,
}));

for (const look of looks) {
  test(`in the ${look.colorScheme} theme, ${look.viewport.width} pixels wide, WCAG 2.1 A and AA is met by the pages of a service and the logs`, async ({
    page,
    request,
  }) => {
    const application = await createApplication(request);
    const { id } = await createService(request, application.id);
    await page.route("**/statistics?*", (route) => route.fulfill({ json: { items } }));
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize(look.viewport);
    const here = `/services/${id}`;
    for (const path of [
      here,
      `${here}/dashboard`,
      `${here}/settings`,
      "/audit",
      `/applications/${application.id}/audit`,
    ]) {
      await page.goto(path);
      await expectAccessible(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(`${path} ${width <= look.viewport.width}`).toBe(`${path} true`);
    }
  });
}
