import { type APIRequestContext, expect, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { findEnglish } from "@/e2e/fixtures/english-leftovers";
import { ownerState } from "@/e2e/fixtures/people";

test.use({ storageState: ownerState });

/** Subjects without faces: the sizes are what is looked at here. */
async function makeCollection(request: APIRequestContext, subjects: number): Promise<string> {
  const { id: applicationId } = await createApplication(request);
  const { id, key } = await createService(request, applicationId, "Doors", "RECOGNITION");
  for (let number = 1; number <= subjects; number += 1) {
    const data = { subject: `Person ${number}` };
    const answer = await request.post("/api/v1/recognition/subjects", { data, headers: { "x-api-key": key } });
    expect(answer.status()).toBe(201);
  }
  return id;
}

test("the dashboard shows what a recognition service holds, by days and as a table", async ({ page, request }) => {
  const id = await makeCollection(request, 2);
  const holdings = await (await request.get(`/api/admin/services/${id}/holdings?days=30`)).json();
  const today = Date.parse(holdings.collection.days.at(-1).day);
  const dayAgo = (days: number) => new Date(today - days * 86_400_000).toISOString().slice(0, 10);
  // The server has no past yet.
  const past = [
    { day: dayAgo(4), subjects: 5, faces: 40 },
    { day: dayAgo(3), subjects: 9, faces: 90 },
    { day: dayAgo(1), subjects: 3, faces: 12 },
  ];
  holdings.collection.days.unshift(...past);
  holdings.collection.models = [{ modelTag: "older-1", faces: 3 }];
  await page.route("**/holdings?days=*", (route) => route.fulfill({ json: holdings }));
  await page.goto(`/services/${id}/dashboard`);
  const panel = page.getByRole("region", { name: "Face collection", exact: true });
  await expect(panel).toContainText(/Subjects2.*Faces0/);
  await expect(panel).toContainText(/standard · recognition-/);
  await expect(panel).toContainText("3 faces were embedded by older-1");
  await expect(page.getByRole("img", { name: /^Subjects over time: 5 on .*, 2 today, at most 9\.$/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /^Faces over time: 40 on .*, 0 today, at most 90\.$/ })).toBeVisible();
  await expect(panel).toContainText("The first count of this time is of");
  await panel.getByText("The sizes as a table").click();
  await expect(panel.getByRole("table").getByRole("row")).toHaveCount(5);
  await expect(panel.getByRole("row").nth(2)).toContainText("312");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 375, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});

test("an empty collection and what cannot be read are said to be so", async ({ page, request }) => {
  const id = await makeCollection(request, 0);
  await page.route("**/holdings?days=*", (route) => route.fulfill({ status: 503, body: "{}" }));
  await page.goto(`/services/${id}/dashboard`);
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/holdings?days=*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("No subjects and no faces in this time.")).toBeVisible();
});

test("a service that stores no faces tells only which networks answer, and all its months", async ({
  page,
  request,
}) => {
  const { id } = await createService(request, (await createApplication(request)).id);
  const asked = page.waitForRequest(/statistics\?by=month$/);
  await page.goto(`/services/${id}/dashboard`);
  await expect(page.getByRole("region", { name: "Networks" })).toContainText(/standard · recognition-/);
  await expect(page.getByRole("img", { name: /over time/ })).toHaveCount(0);
  await page.getByLabel("Time", { exact: true }).selectOption("Last 12 months");
  const answer = await (await (await asked).response())?.json();
  expect(answer.items).toHaveLength(12);
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("the collection on the dashboard has no English left", async ({ page, request }) => {
    await page.goto(`/services/${await makeCollection(request, 1)}/dashboard`);
    await expect(page.getByRole("img", { name: /^Personen im Lauf der Zeit/ })).toBeVisible();
    expect(await findEnglish(page)).toEqual([]);
  });
});
