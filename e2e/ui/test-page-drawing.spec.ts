import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { looks } from "@/e2e/fixtures/looks";
import { ownerState } from "@/e2e/fixtures/people";
import { groupPhoto } from "@/e2e/fixtures/portraits";
import { noteProblems } from "@/e2e/fixtures/problems";
import { choosePicture, faceRows, openTestPage } from "@/e2e/fixtures/test-page";

test.use({ storageState: ownerState });

interface Box {
  readonly x_min: number;
  readonly y_min: number;
  readonly x_max: number;
  readonly y_max: number;
  readonly probability: number;
}

/** In pixels of the screen. */
const offMax = 2;

/** The colour of the boxes as the browser paints it. */
const boxColour = (page: Page) =>
  page.evaluate(() => {
    const stroke = getComputedStyle(document.querySelectorAll("[data-face] rect")[1] as Element).stroke;
    const context = document.createElement("canvas").getContext("2d");
    if (context === null) return [0, 0, 0];
    context.fillStyle = stroke;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  });

/** What the page shows, as pixels by their place on the screen. */
async function pixelsOf(page: Page) {
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x: number, y: number) => [0, 1, 2].map((at) => data[(y * info.width + x) * 3 + at] ?? 0);
}

/** How far from `expected` the middle of the line of that colour lies, walking over it; null when there is none near. */
function lineOff(read: (offset: number) => number[], colour: number[]): number | null {
  const isLine = (offset: number) => read(offset).every((value, at) => Math.abs(value - (colour[at] ?? 0)) < 40);
  const hits = Array.from({ length: 15 }, (_, at) => at - 7).filter(isLine);
  return hits.length === 0 ? null : hits.reduce((sum, offset) => sum + offset, 0) / hits.length;
}

test("boxes lie where the answer says, to two pixels of the screen", async ({ page, request }) => {
  await openTestPage(page, request, "DETECTION");
  const answered = page.waitForResponse(/\/try\/detect/);
  await choosePicture(page).setInputFiles(groupPhoto);
  const { result } = (await (await answered).json()) as { result: readonly { box: Box }[] };
  await expect(faceRows(page)).toHaveCount(result.length);
  await page.getByLabel("Labels").uncheck();
  await page.locator("svg image").scrollIntoViewIfNeeded();
  await page.mouse.move(0, 0);
  const { width = 1, height = 1 } = await sharp(groupPhoto).metadata();
  const place = (await page.locator("svg image").boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  const [colour, pixels] = [await boxColour(page), await pixelsOf(page)];
  for (const { box } of result) {
    const x = (value: number) => Math.round(place.x + (value * place.width) / width);
    const y = (value: number) => Math.round(place.y + (value * place.height) / height);
    const [middleX, middleY] = [x((box.x_min + box.x_max) / 2), y((box.y_min + box.y_max) / 2)];
    for (const side of [box.x_min, box.x_max]) {
      const off = lineOff((offset) => pixels(x(side) + offset, middleY), colour);
      expect(Math.abs(off ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(offMax);
    }
    for (const side of [box.y_min, box.y_max]) {
      const off = lineOff((offset) => pixels(middleX, y(side) + offset), colour);
      expect(Math.abs(off ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(offMax);
    }
  }
});

const crowd = Array.from({ length: 100 }, (_, at) => {
  const [x, y] = [(at % 20) * 63 + 4, Math.floor(at / 20) * 140 + 20];
  const landmarks = Array.from({ length: 106 }, (_, point) => [x + (point % 11) * 5, y + Math.floor(point / 11) * 6]);
  const box = { probability: 0.9, x_min: x, y_min: y, x_max: x + 55, y_max: y + 70 };
  const subjects = [{ subject: `Somebody ${at}`, similarity: 0.5 + at / 250 }];
  const decision = { value: "unknown", threshold: 0.6, false_accept_rate: 0.01 };
  return { box, landmarks, subjects, decision, pose: { pitch: 1, yaw: 2, roll: 3 }, age: [20, 30], gender: "female" };
});

test("a hundred faces are drawn at once, and no label hides another", async ({ page, request }) => {
  const problems = noteProblems(page);
  await openTestPage(page, request, "RECOGNITION");
  await page.route("**/try/recognize?*", (route) => route.fulfill({ json: { result: crowd } }));
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelectorAll("[data-face]").length < 100 || "drawnAt" in window) return;
      Object.assign(window, { drawnAt: performance.now() });
    }).observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole("button", { name: "Five faces" }).click();
  await expect(page.locator("[data-face]")).toHaveCount(100);
  // The browser notes how a request went a moment after its answer was read.
  const drawing = await page.waitForFunction(() => {
    const answer = performance.getEntriesByType("resource").find(({ name }) => name.includes("/try/"));
    if (answer === undefined) return null;
    return {
      ms: (window as unknown as { drawnAt: number }).drawnAt - (answer as PerformanceResourceTiming).responseEnd,
    };
  });
  const { ms = 0 } = (await drawing.jsonValue()) ?? {};
  test.info().annotations.push({ type: "drawing", description: `100 faces drawn after ${ms.toFixed(0)} ms` });
  await expect(page.getByText(/100 faces, of which match: \d+/)).toBeVisible();
  const overlaps = await page.evaluate(() => {
    const labels = [...document.querySelectorAll("[data-label] rect")].map((label) => label.getBoundingClientRect());
    const hides = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const pairs = labels.flatMap((a, at) => labels.slice(at + 1).filter((b) => hides(a, b)));
    return { labels: labels.length, overlaps: pairs.length };
  });
  expect(overlaps.labels).toBeGreaterThan(50);
  expect(overlaps.overlaps).toBe(0);
  expect(problems).toEqual([]);
});

for (const look of looks) {
  test(`in the ${look.colorScheme} theme, ${look.viewport.width} pixels wide, the page is accessible and fits`, async ({
    page,
    request,
  }) => {
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize(look.viewport);
    await openTestPage(page, request, "RECOGNITION");
    await expectAccessible(page);
    await page.route("**/try/recognize?*", (route) => route.fulfill({ json: { result: crowd.slice(0, 4) } }));
    await page.getByRole("button", { name: "Five faces" }).click();
    await expect(faceRows(page)).toHaveCount(4);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.viewport.width);
  });
}
