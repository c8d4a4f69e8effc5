import { expect, type Page, test } from "@playwright/test";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { ownerState } from "@/e2e/fixtures/people";

test.use({ storageState: ownerState });

const kilobyte = 1000;
const scriptKbMax = 200;

/** Compressed size of the scripts that the page itself names; what it may need later is loaded later. */
async function measureScripts(page: Page, path: string): Promise<number> {
  const answer = await page.goto(path);
  const html = (await answer?.text()) ?? "";
  await page.waitForLoadState("load");
  const names = [...html.matchAll(/<script\b[^>]*\bsrc="([^"?]+\.js)/g)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(0);
  const sizes = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).map(
      ({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize] as const,
    ),
  );
  const sizeOf = new Map(sizes);
  return [...new Set(names)].reduce((sum, name) => sum + (sizeOf.get(name) ?? 0), 0) / kilobyte;
}

test(`each page loads less than ${scriptKbMax} kB of compressed scripts at first`, async ({ page, request }) => {
  const application = await createApplication(request);
  const { id } = await createService(request, application.id);
  const here = `/applications/${application.id}`;
  const paths = ["/sign-in", "/sign-up", "/applications", here, `${here}/members`, `${here}/settings`, `${here}/audit`];
  const more = [
    `/services/${id}`,
    `/services/${id}/test`,
    `/services/${id}/collection`,
    `/services/${id}/dashboard`,
    `/services/${id}/settings`,
    "/users",
    "/audit",
    "/models",
    "/server",
    "/profile",
  ];
  for (const path of [...paths, ...more]) {
    const size = await measureScripts(page, path);
    test.info().annotations.push({ type: "scripts", description: `${path}: ${size.toFixed(1)} kB` });
    expect(size, path).toBeGreaterThan(0);
    expect(size, path).toBeLessThan(scriptKbMax);
  }
});
