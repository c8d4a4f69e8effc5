import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { findEnglish } from "@/e2e/fixtures/english-leftovers";
import { looks } from "@/e2e/fixtures/looks";
import { openAs, ownerState, signUpPerson } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";

test.use({ storageState: ownerState });

const address = "**/api/admin/model-packs";

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const insightFace = "InsightFace: SCRFD and ArcFace files of your own";

const openCv = "OpenCV Zoo: YuNet and SFace";
const halfway = { fileName: "face_recognition_sface_2021dec.onnx", bytes: 9_674_088, of: 38_696_353 };

/** What the server says. Not asked anew for each answer: the page asks on and on, at the end of the test too. */
const readChoice = async (page: Page) => (await page.request.get("/api/admin/model-packs")).json();

/** What the server says, with `read` as what it tells of the download of OpenCV's files. */
async function pretendDownload(page: Page, read: () => object | null): Promise<void> {
  const choice = await readChoice(page);
  await page.route(address, (route) => {
    const items = choice.items.map((pack: { id: string }) =>
      pack.id === "opencv" ? { ...pack, download: read() } : pack,
    );
    return route.fulfill({ json: { ...choice, items } });
  });
}

/** What the server says, with other words about the change; `read` is asked anew each time. */
async function pretend(page: Page, read: () => object): Promise<void> {
  const choice = await readChoice(page);
  await page.route(address, (route) => route.fulfill({ json: { ...choice, ...read() } }));
}

for (const { colorScheme, viewport } of looks) {
  test(`the packs, their licences and the one that answers are told of, ${colorScheme}, ${viewport.width} pixels wide`, async ({
    page,
  }) => {
    const problems = noteProblems(page);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await page.goto("/applications");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Models" }).click();
    await expect(page.getByRole("heading", { name: "Models", level: 1 })).toBeVisible();
    await expect(panel(page, "Now")).toContainText(/Standard answers\..*embeddings: recognition/);
    await expect(panel(page, "Standard")).toContainText(/Answers.*Commercial use allowed.*Licence: MIT/);
    await expect(panel(page, "Standard").getByRole("button")).toHaveCount(0);
    await expect(panel(page, insightFace)).toContainText("No commercial use");
    const missing = panel(page, insightFace).getByRole("list", { name: `Missing files of ${insightFace}` });
    await expect(missing.getByRole("listitem")).toHaveText([/detector\.onnx$/, /recognizer\.onnx$/]);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
    expect(problems).toEqual([]);
  });
}

test("a pack is chosen only with its licence accepted, and the server says why it cannot be", async ({ page }) => {
  await page.goto("/models");
  await page.getByRole("button", { name: `Choose ${insightFace}` }).click();
  const dialog = page.getByRole("dialog", { name: `Choose ${insightFace}` });
  await expect(dialog).toContainText("Its licence does not allow commercial use.");
  await dialog.getByRole("button", { name: "Choose", exact: true }).click();
  await expect(dialog.getByText("must be accepted")).toBeVisible();
  await dialog.getByLabel("I have read the licence and accept it").check();
  await dialog.getByRole("button", { name: "Choose", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText(/The model file .*detector\.onnx is missing/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(panel(page, "Now")).toContainText("Standard answers.");
});

test("a choice that the server takes is shown at once, then how far it is", async ({ page }) => {
  const progress = { total: 1200, done: 300, kept: 12 };
  let change: object = {};
  await pretend(page, () => change);
  await page.route("**/api/admin/model-packs/choose", (route) => {
    expect(route.request().postDataJSON()).toEqual({ pack: "insightface", isLicenceAccepted: true });
    change = { state: "preparing", wantedPackId: "insightface" };
    return route.fulfill({ json: { state: "chosen" } });
  });
  await page.goto("/models");
  await page.getByRole("button", { name: `Choose ${insightFace}` }).click();
  await page.getByLabel("I have read the licence and accept it").check();
  await page.getByRole("dialog").getByRole("button", { name: "Choose", exact: true }).click();
  await expect(page.getByText(`${insightFace} was chosen.`)).toBeVisible();
  await expect(panel(page, "Now")).toContainText(`Standard answers; ${insightFace} is being loaded.`);
  await expect(panel(page, insightFace)).toContainText("Wanted");
  change = { state: "moving", wantedPackId: "insightface", progress };
  await expect(panel(page, "Now").getByText("300 of 1,200 faces are embedded anew")).toBeVisible();
  await expect(panel(page, "Now").getByRole("progressbar", { name: "Faces embedded anew" })).toBeVisible();
  await expect(panel(page, "Now")).toContainText("Left behind with the embedding they have: 12");
  await expect(page.getByText("Another pack can be chosen when all faces are embedded anew.")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Choose/ })).toHaveCount(0);
  await expectAccessible(page);
  const running = { packId: "insightface", modelTag: "arcface-1" };
  change = { state: "settled", wantedPackId: "insightface", running, progress: { total: 12, done: 0, kept: 12 } };
  await expect(panel(page, "Now")).toContainText(`${insightFace} answers.`);
  await expect(panel(page, "Now")).toContainText("which are not found: 12.");
});

test("a download is shown as it goes on, and can be cancelled", async ({ page }) => {
  let download: object | null = null;
  await pretendDownload(page, () => download);
  await page.route("**/api/admin/model-packs/choose", (route) => {
    download = { state: "downloading", progress: null };
    return route.fulfill({ json: { state: "downloading" } });
  });
  await page.route("**/api/admin/model-packs/cancel", (route) => {
    expect(route.request().postDataJSON()).toEqual({ pack: "opencv" });
    download = null;
    return route.fulfill({ status: 204 });
  });
  await page.goto("/models");
  await page.getByRole("button", { name: `Choose ${openCv}` }).click();
  const dialog = page.getByRole("dialog", { name: `Choose ${openCv}` });
  await expect(dialog).toContainText("Its files are downloaded first");
  await dialog.getByLabel("I have read the licence and accept it").check();
  await dialog.getByRole("button", { name: "Choose", exact: true }).click();
  await expect(page.getByText(`The files of ${openCv} are being downloaded.`)).toBeVisible();
  const bar = panel(page, openCv).getByRole("progressbar", { name: `Download of ${openCv}` });
  await expect(bar).toHaveAccessibleDescription("The download of its files begins.");
  download = { state: "downloading", progress: halfway };
  await expect(bar).toHaveAttribute("value", "9674088");
  await expect(bar).toHaveAttribute("max", "38696353");
  await expect(panel(page, openCv)).toContainText(
    /face_recognition_sface_2021dec\.onnx.*9\.67 MB of 38\.7 MB downloaded/,
  );
  await expect(panel(page, openCv).getByRole("button", { name: /^(Choose|Try again)/ })).toHaveCount(0);
  await expectAccessible(page);
  await panel(page, openCv).getByRole("button", { name: "Cancel the download" }).click();
  await expect(page.getByRole("button", { name: `Choose ${openCv}` })).toBeVisible();
  await expect(bar).toHaveCount(0);
});

test("a download that fails says why, and is tried again with the licence accepted anew", async ({ page }) => {
  await page.goto("/models");
  const way = page.getByRole("button", { name: new RegExp(`(Choose|Try again:) ${openCv}`) });
  for (const [button, width] of [
    [way, 1280],
    [page.getByRole("button", { name: `Try again: ${openCv}` }), 375],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await button.click();
    await page.getByLabel("I have read the licence and accept it").check();
    await page.getByRole("dialog").getByRole("button", { name: "Choose", exact: true }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const alert = panel(page, openCv).getByRole("alert");
    await expect(alert).toContainText("The pack was not chosen");
    await expect(alert).toContainText(
      /face_detection_yunet_2023mar\.onnx could not be had from .*mirror.*MODEL_MIRROR/,
    );
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  await expect(panel(page, "Now")).toContainText("Standard answers.");
});

test("where the configuration names the pack, nothing can be chosen", async ({ page }) => {
  await pretend(page, () => ({ isPinned: true }));
  await page.goto("/models");
  await expect(page.getByText("MODEL_PACK of the configuration decides")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Choose/ })).toHaveCount(0);
  await expectAccessible(page);
});

test("packs that cannot be read are said to be missing, and are asked for again meanwhile", async ({ page }) => {
  let asked = 0;
  await page.route(address, (route) => {
    asked += 1;
    return route.fulfill({ status: 503, body: "{}" });
  });
  await page.goto("/models");
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  const again = page.getByRole("button", { name: "Try again" });
  await again.focus();
  const before = asked;
  await expect.poll(() => asked).toBeGreaterThan(before + 1);
  await expect(again).toBeFocused();
  await page.unroute(address);
  await expect(panel(page, "Standard")).toBeVisible();
});

test("who does not run the server finds no way to the page, and nothing on it", async ({ browser, request }) => {
  const page = await openAs(browser, await signUpPerson(request));
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link")).toHaveText(["Applications"]);
  await page.goto("/models");
  await expect(page.getByText("This could not be loaded")).toBeVisible();
  await expect(panel(page, "Now")).toHaveCount(0);
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("the page has no English left beside what publishers wrote", async ({ page }) => {
    await page.goto("/models");
    await expect(panel(page, "Jetzt")).toBeVisible();
    expect(await findEnglish(page)).toEqual([]);
    await page.getByRole("button", { name: `${insightFace} wählen` }).click();
    await expect(page.getByRole("dialog")).toContainText("Seine Lizenz erlaubt keine gewerbliche Nutzung.");
  });

  test("a download and its failure are told of in German", async ({ page }) => {
    let download: object = { state: "downloading", progress: halfway };
    await pretendDownload(page, () => download);
    await page.goto("/models");
    await expect(panel(page, openCv)).toContainText("9,67 MB von 38,7 MB geladen");
    await expect(panel(page, openCv).getByRole("button", { name: "Laden abbrechen" })).toBeVisible();
    expect(await findEnglish(page)).toEqual([]);
    await expectAccessible(page);
    download = {
      state: "failed",
      reason: `${halfway.fileName} could not be had from http://mirror/${halfway.fileName} (ECONNREFUSED): download https://example.org/sface.onnx elsewhere and put it at /data/sface.onnx, or set MODEL_MIRROR.`,
    };
    const alert = panel(page, openCv).getByRole("alert");
    await expect(alert).toContainText(/war von http:.* nicht zu bekommen \(ECONNREFUSED\): Laden Sie https:/);
    await expect(page.getByRole("button", { name: `Noch einmal versuchen: ${openCv}` })).toBeVisible();
    expect(await findEnglish(page)).toEqual([]);
    await expectAccessible(page);
  });
});
