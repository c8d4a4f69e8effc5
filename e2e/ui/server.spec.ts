import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { findEnglish } from "@/e2e/fixtures/english-leftovers";
import { looks } from "@/e2e/fixtures/looks";
import { openAs, ownerState, signUpPerson } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";

test.use({ storageState: ownerState });

const address = "**/api/admin/server";

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** Has the page count what it asks of the server: of what is counted out here, something is always on its way. */
const countReads = (page: Page) =>
  page.addInitScript(() => {
    const ask = window.fetch;
    const counted = Object.assign(window, { reads: 0 });
    window.fetch = (target, init) => {
      if (target === "/api/admin/server") counted.reads += 1;
      return ask(target, init);
    };
  });

/** How often the page has asked, and its age by its own clock. */
const readsOf = (page: Page) =>
  page.evaluate(() => ({ reads: (window as unknown as { reads: number }).reads, ageMs: performance.now() }));

async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    },
    isHidden ? "hidden" : "visible",
  );
}

for (const { colorScheme, viewport } of looks) {
  test(`the server's page is reached from the navigation and tells of everything, ${colorScheme}, ${viewport.width} pixels wide`, async ({
    page,
  }) => {
    const problems = noteProblems(page);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto("/applications");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Server" }).click();
    await expect(page.getByRole("heading", { name: "Server", level: 1 })).toBeVisible();
    await expect(panel(page, "Work")).toContainText(/Workers busy\d+ of \d+/);
    await expect(panel(page, "Machine")).toContainText(/Memory.* of .* used.*Disk with the data.* of .* free/);
    await expect(panel(page, "Machine").getByRole("meter", { name: "Memory" })).toBeVisible();
    await expect(panel(page, "Database")).toContainText(/Embedded PostgreSQL \d+.*Size.*B.*Answers within.*ms/);
    await expect(panel(page, "Mail")).toContainText(/SendingOff.*Mails waiting0.*None/);
    await expect(panel(page, "Software")).toContainText(/Version\d+\.\d+\.\d+.*Model packstandard.*recognition/);
    await expect(panel(page, "Search index")).toContainText(/Faces\d+/);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    expect(problems).toEqual([]);
  });
}

test("the figures are read every few seconds while the page is to be seen, and not while it is hidden", async ({
  page,
}) => {
  await page.clock.install();
  await countReads(page);
  const reads = async () => (await readsOf(page)).reads;
  await page.goto("/server");
  await expect(panel(page, "Work")).toBeVisible();
  const first = await reads();
  await page.clock.fastForward(6_000);
  await expect.poll(reads).toBeGreaterThan(first);
  await setHidden(page, true);
  const seen = await readsOf(page);
  expect(seen.reads).toBeLessThanOrEqual(1 + seen.ageMs / 5_000);
  await page.clock.runFor(30_000);
  expect(await reads()).toBe(seen.reads);
  await setHidden(page, false);
  await expect.poll(reads).toBeGreaterThan(seen.reads);
});

test("a server in trouble is told of as such", async ({ page, request }) => {
  // Not asked anew for each answer: the page asks on and on, and the last of it would still be on its way at the end.
  const state = await (await request.get("/api/admin/server")).json();
  const trouble = {
    workers: null,
    index: null,
    modelPack: { ...state.modelPack, isMoving: true },
    database: { ...state.database, isEmbedded: false },
    mail: { isEnabled: true, waiting: 12, lastError: "450 4.7.1 Greylisted, come again" },
  };
  await page.route(address, (route) => route.fulfill({ json: { ...state, ...trouble } }));
  await page.goto("/server");
  await expect(page.getByText("No workers are running.")).toBeVisible();
  await expect(page.getByText("The search is not running.")).toBeVisible();
  await expect(page.getByText("Stored faces are being embedded anew")).toBeVisible();
  await expect(panel(page, "Database")).toContainText("External PostgreSQL");
  await expect(panel(page, "Mail")).toContainText(/Mails waiting12.*450 4\.7\.1 Greylisted/);
  await expectAccessible(page);
});

test("figures that cannot be read are said to be missing, and later to be old", async ({ page }) => {
  await page.route(address, (route) => route.fulfill({ status: 503, body: "{}" }));
  await page.goto("/server");
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  // Without anybody's doing: the page asks again by itself.
  await page.unroute(address);
  await expect(panel(page, "Work")).toBeVisible();
  await page.route(address, (route) => route.fulfill({ status: 503, body: "{}" }));
  await expect(page.getByText("The figures are not of this moment")).toBeVisible();
  await expect(panel(page, "Work")).toBeVisible();
  await page.unroute(address);
  await expect(page.getByText("The figures are not of this moment")).toBeHidden();
});

test("who does not run the server finds no way to its page, and nothing on it", async ({ browser, request }) => {
  const page = await openAs(browser, await signUpPerson(request));
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveText(["Applications"]);
  await page.goto("/server");
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  await expect(panel(page, "Work")).toHaveCount(0);
  await expectAccessible(page);
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("the server's page has no English left", async ({ page }) => {
    await page.goto("/server");
    await expect(panel(page, "Arbeit")).toBeVisible();
    expect(await findEnglish(page)).toEqual([]);
  });
});
