import { readFile } from "node:fs/promises";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createService } from "@/e2e/fixtures/applications";
import { addFace, addSubject, makeCollection, makePortraits } from "@/e2e/fixtures/collections";
import { looks } from "@/e2e/fixtures/looks";
import { openAs, ownerState, signUpPerson } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";
import { baseUrl } from "@/e2e/fixtures/server";
import { fileOf } from "@/e2e/fixtures/test-page";

test.use({ storageState: ownerState });

const headers = { origin: baseUrl };
const faces = (page: Page, name: string) =>
  page.getByRole("list", { name: `Faces of ${name}` }).getByRole("listitem", { name: /^Face added/ });
const subjects = (page: Page) => page.getByRole("listbox", { name: "Subjects" });
const choose = (page: Page, name: string) => subjects(page).getByRole("option", { name }).click();

/** Portraits are cut out once for each worker. */
let portraits: Promise<Buffer[]> | undefined;
const readPortraits = (request: APIRequestContext) => {
  portraits ??= makePortraits(request).then((paths) => Promise.all(paths.map((path) => readFile(path))));
  return portraits;
};

/** A collection in which Anna and Bert have pictures of their own. */
async function makePeople(request: APIRequestContext) {
  const { id: serviceId, applicationId } = await makeCollection(request);
  const [one, two, three] = await readPortraits(request);
  const anna = await addSubject(request, serviceId, "Anna");
  const bert = await addSubject(request, serviceId, "Bert");
  await addFace(request, { serviceId, subjectId: anna }, one!);
  await addFace(request, { serviceId, subjectId: anna }, two!);
  await addFace(request, { serviceId, subjectId: bert }, three!);
  return { serviceId, applicationId, anna, bert };
}

test("a subject is added, and its pictures by the chooser and by drop, with a reason for the one that is none", async ({
  page,
  request,
}) => {
  const { id } = await makeCollection(request);
  const [one, two] = await readPortraits(request);
  const problems = noteProblems(page);
  await page.goto(`/services/${id}`);
  await page.getByRole("link", { name: "Face collection" }).click();
  await expect(page.getByText("Nobody is in this collection yet.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add subject" }).click();
  await page.getByLabel("Name of the subject").fill("Anna");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText("This subject has no faces yet.")).toBeVisible();
  await page.getByLabel("Add pictures").setInputFiles([fileOf("face.jpg", one!)]);
  await expect(faces(page, "Anna")).toHaveCount(1);
  const dropped = await page.evaluateHandle(
    ([face]) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(face ?? ""), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], "dropped.jpg", { type: "image/jpeg" }));
      data.items.add(new File(["no picture"], "notes.jpg", { type: "image/jpeg" }));
      return data;
    },
    [two!.toString("base64")],
  );
  await page.getByRole("group", { name: "Add pictures" }).dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByText("2 of 3 pictures added · 1 picture failed")).toBeVisible();
  const failed = page.getByRole("list", { name: "Failed" });
  await expect(failed).toContainText("notes.jpg for Anna");
  await expect(failed).toContainText("image");
  await expectAccessible(page);
  await failed.getByRole("button", { name: "Try notes.jpg again" }).click();
  await expect(failed).toContainText("notes.jpg for Anna");
  await page.getByRole("button", { name: "Hide" }).click();
  await expect(page.getByRole("heading", { name: "Uploads" })).toHaveCount(0);
  await expect(page.getByRole("main")).toBeFocused();
  await expect(faces(page, "Anna")).toHaveCount(2);
  await faces(page, "Anna")
    .first()
    .getByRole("button", { name: /^Show the picture/ })
    .click();
  await expect(page.getByRole("img", { name: "Picture in which the face was found" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  // What the server refused stands in the console as well, and is no surprise there.
  expect(problems.filter((text) => !text.includes("status of 4"))).toEqual([]);
});

test("faces are deleted only when it was not undone in time, or at once on leaving the page", async ({
  page,
  request,
}) => {
  const { serviceId, anna } = await makePeople(request);
  await page.goto(`/services/${serviceId}/collection?subject=${anna}`);
  const stored = async () => {
    const answer = await request.get(`/api/admin/services/${serviceId}/subjects/${anna}/faces`);
    return (await answer.json()).total;
  };
  await page.getByRole("button", { name: "Select all shown" }).click();
  await expect(page.getByText("2 faces selected")).toBeVisible();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(faces(page, "Anna")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(faces(page, "Anna")).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Anna", exact: true })).toBeFocused();
  expect(await stored()).toBe(2);
  await faces(page, "Anna").first().getByRole("checkbox").check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete now" }).click();
  await expect.poll(stored).toBe(1);
  await expect(faces(page, "Anna")).toHaveCount(1);
  await faces(page, "Anna").first().getByRole("checkbox").check();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  // Here, where it may last longer than there is for undoing.
  await expectAccessible(page);
  await page.goto("/applications");
  await expect.poll(stored).toBe(0);
});

test("faces move to another subject, and to one that is made for them", async ({ page, request }) => {
  const { serviceId, anna } = await makePeople(request);
  await page.goto(`/services/${serviceId}/collection?subject=${anna}`);
  await faces(page, "Anna").first().getByRole("checkbox").check();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Move to Bert" }).click();
  await expect(page.getByText("1 face moved to Bert.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Selected faces" })).toBeFocused();
  await expect(faces(page, "Anna")).toHaveCount(1);
  await page.getByRole("button", { name: "Select all shown" }).click();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await page.getByLabel("Search the other subject").fill("Clara");
  await page.getByRole("button", { name: "Create Clara and move there" }).click();
  await expect(page.getByText("This subject has no faces yet.")).toBeVisible();
  await choose(page, "Clara");
  await expect(faces(page, "Clara")).toHaveCount(1);
});

test("a subject gets another name, is merged after a warning, and deleted once its name is typed", async ({
  page,
  request,
}) => {
  const { serviceId, anna } = await makePeople(request);
  await page.goto(`/services/${serviceId}/collection?subject=${anna}`);
  await page.getByRole("button", { name: "Rename" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name of the subject").fill("Anne");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { name: "Anne", exact: true })).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Rename" }).click();
  await dialog.getByLabel("Name of the subject").fill("bert");
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(dialog.getByText("This cannot be undone.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(faces(page, "Bert")).toHaveCount(3);
  await expect(subjects(page).getByRole("option")).toHaveCount(1);
  await page.getByRole("button", { name: "Delete subject" }).click();
  await dialog.getByLabel("Type Bert to confirm").fill("Bert");
  await dialog.getByRole("button", { name: "Delete subject" }).click();
  await expect(page.getByText("Nobody is in this collection yet.")).toBeVisible();
});

test("a face that two subjects have is marked, and leads to the other one", async ({ page, request }) => {
  const { serviceId, anna, bert } = await makePeople(request);
  const [one] = await readPortraits(request);
  await addFace(request, { serviceId, subjectId: bert }, one!);
  await page.goto(`/services/${serviceId}/collection?subject=${anna}`);
  const mark = page.getByRole("button", { name: /^Also Bert \(99%\)/ });
  await expect(mark).toBeVisible();
  await expect(faces(page, "Anna").getByText("Unlike the others")).toHaveCount(2);
  await page.getByText("What do the marks mean?").click();
  await expectAccessible(page);
  await mark.click();
  await expect(page.getByRole("heading", { name: "Bert", exact: true })).toBeVisible();
});

test("a collection leaves as a zip file and comes into another one, and what is no archive is refused", async ({
  page,
  request,
}) => {
  const { serviceId } = await makePeople(request);
  await page.goto(`/services/${serviceId}/collection`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export", exact: true }).click();
  const archive = await (await downloading).path();
  const { id } = await makeCollection(request);
  await page.goto(`/services/${id}/collection`);
  const chooser = page.getByLabel("Zip file to import");
  await chooser.setInputFiles({ name: "no.zip", mimeType: "application/zip", buffer: Buffer.from("no archive") });
  await expect(page.getByText("The zip file could not be imported")).toBeVisible();
  await chooser.setInputFiles({ name: "faces.zip", mimeType: "application/zip", buffer: await readFile(archive) });
  await expect(page.getByText(/complete\. 3 of 3 faces added\./)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("The zip file could not be imported")).toHaveCount(0);
  await expectAccessible(page);
  await choose(page, "Anna");
  await expect(faces(page, "Anna")).toHaveCount(2);
});

test("where no pictures are kept, faces have none and the page says so", async ({ page, request }) => {
  const { id: serviceId } = await makeCollection(request);
  const service = await (await request.get(`/api/admin/services/${serviceId}`)).json();
  const data = { settings: { ...service.settings, saveImages: "NO" } };
  expect((await request.patch(`/api/admin/services/${serviceId}`, { headers, data })).status()).toBe(200);
  const subjectId = await addSubject(request, serviceId, "Anna");
  const [one] = await readPortraits(request);
  await addFace(request, { serviceId, subjectId }, one!);
  await page.goto(`/services/${serviceId}/collection?subject=${subjectId}`);
  await expect(page.getByText("This service keeps no pictures")).toBeVisible();
  await expect(page.getByText("No picture kept")).toBeVisible();
  await expectAccessible(page);
});

test("who may only look sees faces without a way to change them", async ({ page, request, browser }) => {
  const { serviceId, applicationId, anna } = await makePeople(request);
  const person = await signUpPerson(request);
  const data = { email: person.email, role: "USER" };
  await request.post(`/api/admin/applications/${applicationId}/members`, { data, headers });
  const theirs = await openAs(browser, person);
  await theirs.goto(`/services/${serviceId}/collection?subject=${anna}`);
  await expect(faces(theirs, "Anna")).toHaveCount(2);
  await expect(theirs.getByText("Owners and administrators of the application change the collection.")).toBeVisible();
  await expect(theirs.getByRole("button", { name: /Add|Rename|Delete|Move|Choose pictures/ })).toHaveCount(0);
  await expect(theirs.getByRole("checkbox")).toHaveCount(0);
  await expectAccessible(theirs);
  await page.goto(`/services/${serviceId}/collection?subject=${anna}`);
  await expect(page.getByRole("button", { name: "Rename" })).toBeVisible();
});

test("a service of another type has no collection", async ({ page, request }) => {
  const { applicationId } = await makeCollection(request);
  const { id } = await createService(request, applicationId);
  await page.goto(`/services/${id}/collection`);
  await expect(page.getByText("This service has no face collection.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Face collection" })).toHaveCount(0);
});

test("what cannot be read is said to be so, and read when asked again", async ({ page, request }) => {
  const { serviceId, anna } = await makePeople(request);
  const busy = { status: 503, body: "{}" };
  await page.route("**/subjects?*", (route) => route.fulfill(busy));
  await page.route("**/face-marks", (route) => route.fulfill(busy));
  await page.goto(`/services/${serviceId}/collection?subject=${anna}`);
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  await expect(page.getByText("Weak, odd and double faces could not be looked for")).toBeVisible();
  await expect(faces(page, "Anna")).toHaveCount(2);
  await expectAccessible(page);
  await page.unroute("**/subjects?*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(subjects(page).getByRole("option")).toHaveCount(2);
});

test("the row that the keys have reached stays with its subject when the list is read again", async ({
  page,
  request,
}) => {
  const { id } = await makeCollection(request);
  await addSubject(request, id, "Bert");
  await addSubject(request, id, "Clara");
  await page.clock.install();
  await page.goto(`/services/${id}/collection`);
  await expect(subjects(page).getByRole("option")).toHaveText([/Bert/, /Clara/]);
  await subjects(page).focus();
  await page.keyboard.press("ArrowDown");
  await addSubject(request, id, "Anna");
  // Long enough for what was read to be read again when the reader comes back to the page.
  await page.clock.fastForward("01:00");
  await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
  await expect(subjects(page).getByRole("option")).toHaveText([/Anna/, /Bert/, /Clara/]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Clara", exact: true })).toBeVisible();
});

test("a search that is cleared says nothing of the collection until the answer is there", async ({ page, request }) => {
  const { id } = await makeCollection(request);
  await addSubject(request, id, "Anna");
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/subjects?search=&sort=faceCount&*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/services/${id}/collection?search=nobody&sort=faceCount`);
  await expect(page.getByText("No subject has this in its name.")).toBeVisible();
  const asked = page.waitForRequest("**/subjects?search=&sort=faceCount&*");
  await page.getByRole("button", { name: "Clear the search" }).click();
  await asked;
  await expect(page.getByText("No subject has this in its name.")).toBeVisible();
  await expect(page.getByText("Nobody is in this collection yet.")).toHaveCount(0);
  answer();
  await expect(subjects(page).getByRole("option")).toHaveText(/Anna/);
});

for (const look of looks) {
  test(`in the ${look.colorScheme} theme, ${look.viewport.width} pixels wide, the collection meets WCAG 2.1 A and AA`, async ({
    page,
    request,
  }) => {
    const { serviceId } = await makePeople(request);
    await page.emulateMedia({ colorScheme: look.colorScheme });
    await page.setViewportSize(look.viewport);
    await page.goto(`/services/${serviceId}/collection`);
    await choose(page, "Anna");
    await expect(faces(page, "Anna")).toHaveCount(2);
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.viewport.width);
  });
}
