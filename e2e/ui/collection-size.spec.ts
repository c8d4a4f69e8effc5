import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { addSubject, makeCollection, seedSubjects } from "@/e2e/fixtures/collections";
import { ownerState } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";

test.use({ storageState: ownerState });

const list = (page: Page) => page.getByRole("listbox", { name: "Subjects" });
const tiny = (index: number) => ({ name: `${index}.jpg`, mimeType: "image/jpeg", buffer: Buffer.from(`${index}`) });

/** Notes how long the page's main thread was taken at a time. */
const noteLongTasks = (page: Page) =>
  page.addInitScript(() => {
    const store = window as typeof window & { longTasksMs?: number[] };
    store.longTasksMs = [];
    const note = (entries: PerformanceObserverEntryList) =>
      store.longTasksMs?.push(...entries.getEntries().map(({ duration }) => Math.round(duration)));
    new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
  });
const longTasks = (page: Page) =>
  page.evaluate(() => (window as typeof window & { longTasksMs?: number[] }).longTasksMs?.splice(0) ?? []);

test("ten thousand subjects are scrolled, reached by keys and searched with a few rows drawn", async ({
  page,
  request,
}) => {
  const { id } = await makeCollection(request);
  await seedSubjects(id, 10_000);
  const problems = noteProblems(page);
  await noteLongTasks(page);
  await page.goto(`/services/${id}/collection`);
  await expect(page.getByText("10,000 subjects").or(page.getByText("10000 subjects"))).toBeVisible();
  await expect(list(page).getByRole("option", { name: "Person 00001" })).toBeVisible();
  await longTasks(page);
  await list(page).hover();
  for (let turn = 0; turn < 60; turn += 1) await page.mouse.wheel(0, 4_000);
  await expect(
    list(page)
      .getByRole("option", { name: /^Person 0[4-9]/ })
      .first(),
  ).toBeVisible();
  expect(await list(page).getByRole("option").count()).toBeLessThan(60);
  const scrolling = await longTasks(page);
  await list(page).focus();
  await page.keyboard.press("End");
  await expect(list(page).getByRole("option", { name: "Person 10000" })).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Person 09999" })).toBeVisible();
  await longTasks(page);
  await page.getByLabel("Search subjects").pressSequentially("son 0777");
  await expect(list(page).getByRole("option", { name: "Person 07770" })).toBeVisible();
  await expect(page.getByText("10 subjects", { exact: true })).toBeVisible();
  const searching = await longTasks(page);
  await expectAccessible(page);
  const description = `scrolling: ${JSON.stringify(scrolling)}, searching: ${JSON.stringify(searching)}`;
  test.info().annotations.push({ type: "long tasks in ms", description });
  await page.getByLabel("Search subjects").fill("nobody");
  await expect(page.getByText("No subject has this in its name.")).toBeVisible();
  await page.getByRole("button", { name: "Clear the search" }).click();
  await page.getByLabel("Sort by").selectOption("Most faces first");
  await expect(list(page).getByRole("option").first()).toBeVisible();
  expect(problems).toEqual([]);
});

test("a thousand pictures are sent, four at a time, and what fails can be sent again", async ({ page, request }) => {
  // Many requests, one after another, on a machine that may have other work.
  test.setTimeout(600_000);
  const { id } = await makeCollection(request);
  const subjectId = await addSubject(request, id, "Anna");
  let [open, most, sent] = [0, 0, 0];
  await page.route("**/faces", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    open += 1;
    sent += 1;
    most = Math.max(most, open);
    const refused = sent % 100 === 0 && sent <= 1_000;
    const problem = { title: "No face found", status: 422, code: "no_face", detail: "The image contains no face." };
    await route.fulfill(refused ? { status: 422, json: problem } : { status: 201, json: {} });
    open -= 1;
  });
  await page.goto(`/services/${id}/collection?subject=${subjectId}`);
  await expect(page.getByText("This subject has no faces yet.")).toBeVisible();
  await page.getByLabel("Add pictures").setInputFiles(Array.from({ length: 1_000 }, (_, index) => tiny(index)));
  await expect(page.getByText("990 of 1000 pictures added · 10 pictures failed")).toBeVisible({ timeout: 400_000 });
  expect(most).toBeLessThanOrEqual(4);
  await page.getByText("All files").click();
  await expect(page.getByRole("list", { name: "All files" }).getByRole("listitem")).toHaveCount(1_000);
  await page.getByRole("button", { name: "Try failed ones again" }).click();
  await expect(page.getByText("1000 of 1000 pictures added")).toBeVisible();
  expect(sent).toBe(1_010);
});

test("leaving while pictures are sent asks first, and stops them", async ({ page, request }) => {
  const { id } = await makeCollection(request);
  const subjectId = await addSubject(request, id, "Anna");
  await page.route("**/faces", (route) => (route.request().method() === "POST" ? undefined : route.fallback()));
  await page.goto(`/services/${id}/collection?subject=${subjectId}`);
  await page.getByLabel("Add pictures").setInputFiles([1, 2, 3, 4, 5, 6].map(tiny));
  await expect(page.getByText("0 of 6 pictures added")).toBeVisible();
  await page.getByRole("link", { name: "Dashboard" }).click();
  const dialog = page.getByRole("dialog", { name: "Stop sending pictures?" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(page).toHaveURL(/collection/);
  let asked = false;
  page.once("dialog", async (browserDialog) => {
    asked = browserDialog.type() === "beforeunload";
    await browserDialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(true);
  await page.getByRole("link", { name: "Dashboard" }).click();
  await dialog.getByRole("button", { name: "Stop and leave" }).click();
  await expect(page).toHaveURL(/dashboard/);
});
