import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { ownerState } from "@/e2e/fixtures/people";
import { groupPhoto } from "@/e2e/fixtures/portraits";
import { noteProblems } from "@/e2e/fixtures/problems";
import { choosePicture, faceRows, fileOf, openTestPage, portrait } from "@/e2e/fixtures/test-page";

test.use({ storageState: ownerState, permissions: ["clipboard-read", "clipboard-write"] });

/** Not those of "No match": a text would be looked for in whatever case. */
const matchedRows = (page: Page) => faceRows(page).filter({ hasText: /Match/ });

async function dropFile(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ text, fileName }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], fileName, { type: "image/jpeg" }));
      return data;
    },
    { text: bytes.toString("base64"), fileName: name },
  );
  await page.getByText("Drop a picture here").dispatchEvent("drop", { dataTransfer: transfer });
}

async function pastePicture(page: Page, png: Buffer): Promise<void> {
  await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const blob = new Blob([bytes], { type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
  }, png.toString("base64"));
  await page.keyboard.press("Control+V");
}

/** Keeps what lies there from the page until the returned function is called. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

test("detection takes a picture that is chosen, dropped, pasted or drawn by us", async ({ page, request }) => {
  const problems = noteProblems(page);
  await openTestPage(page, request, "DETECTION");
  await expect(page.getByText("The faces of a picture appear here.")).toBeVisible();
  await choosePicture(page).setInputFiles(groupPhoto);
  await expect(faceRows(page).first()).toContainText("Probability");
  const many = await faceRows(page).count();
  expect(many).toBeGreaterThan(1);
  await expect(page.getByText(`${many} faces`)).toBeVisible();
  await expect(faceRows(page).first()).toContainText(/Age\d+ to \d+/);
  await dropFile(page, "dropped.jpg", await portrait());
  await expect(page.getByText("Chosen: dropped.jpg")).toBeVisible();
  await expect(faceRows(page)).toHaveCount(1);
  await pastePicture(page, await sharp(groupPhoto).resize(900).png().toBuffer());
  await expect(page.getByText("Chosen: image.png")).toBeVisible();
  await expect(faceRows(page)).toHaveCount(many);
  await page.getByRole("button", { name: "One face" }).click();
  await expect(faceRows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Five faces" }).click();
  await expect(faceRows(page)).toHaveCount(5);
  await page.getByRole("button", { name: "Another face" }).click();
  await expect(faceRows(page)).toHaveCount(1);
  expect(problems).toEqual([]);
  await page.getByRole("button", { name: "No face" }).click();
  await expect(page.getByText("No face was found")).toBeVisible();
  await expect(faceRows(page)).toHaveCount(0);
});

test("parameters are sent as they are set, and shown in the request", async ({ page, request }) => {
  await openTestPage(page, request, "DETECTION");
  await choosePicture(page).setInputFiles(groupPhoto);
  await expect(faceRows(page).nth(1)).toBeVisible();
  await page.getByLabel("Faces at most").fill("1");
  await page.getByLabel("Detection threshold").fill("0.4");
  await page.getByLabel("Mask").check();
  await page.getByLabel("Times and versions").uncheck();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(faceRows(page)).toHaveCount(1);
  await expect(faceRows(page)).toContainText("Mask");
  const query = "limit=1&det_prob_threshold=0.4&face_plugins=landmarks2d106,age,gender,pose,mask&status=false";
  for (const [language, start] of [
    ["curl", "curl -X POST"],
    ["JavaScript", "import { readFile }"],
    ["Python", "import os"],
  ] as const) {
    await page.getByRole("radio", { name: language }).check();
    const program = page.getByRole("figure", { name: `Example for ${language}` });
    await expect(program).toContainText(start);
    await expect(program).toContainText(`/api/v1/detection/detect?${query}`);
    await expect(program).toContainText("sample1.jpg");
  }
  await expect(page.getByText("Times come when they are asked for.")).toBeVisible();
  await page.getByLabel("Times and versions").check();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByRole("list", { name: "Times" })).toContainText("detector");
  const json = page.getByRole("figure", { name: "JSON of the response" });
  await expect(json).toContainText("x_max");
  await json.locator("summary").first().click();
  await expect(json.getByText("x_max")).toBeHidden();
});

test("known and unknown people are told apart, as the threshold on the page says", async ({ page, request }) => {
  const { key } = await openTestPage(page, request, "RECOGNITION");
  await choosePicture(page).setInputFiles(fileOf("anna.jpg", await portrait()));
  await expect(faceRows(page)).toContainText("The collection is empty.");
  const headers = { "x-api-key": key };
  const multipart = { file: fileOf("anna.jpg", await portrait()) };
  expect((await request.post("/api/v1/recognition/faces?subject=Anna", { headers, multipart })).status()).toBe(201);
  await page.getByRole("button", { name: "Send again" }).click();
  const row = faceRows(page);
  await expect(row.getByRole("button", { name: /^Face 1: Anna 1\.00/ })).toContainText("Match");
  await expect(page.getByText("1 face, of which match: 1")).toBeVisible();
  await choosePicture(page).setInputFiles("node_modules/@vladmandic/face-api/demo/sample2.jpg");
  await expect(row.first()).toContainText("Unknown");
  await expect(page.getByText(/of which match: 0/)).toBeVisible();
  const slider = page.getByRole("slider", { name: /Similarity threshold/ });
  await slider.fill("0");
  await expect(row.first()).toContainText("Match");
  await expect(row.first()).toContainText("Anna");
  await page.getByRole("button", { name: "As the service decides" }).click();
  await expect(row.first()).toContainText("Unknown");
});

test("the same photo is answered in the shape of each vendor, with the boxes in the same place", async ({
  page,
  request,
}) => {
  await openTestPage(page, request, "DETECTION");
  await page.getByRole("button", { name: "One face" }).click();
  await expect(faceRows(page)).toHaveCount(1);
  // Within the picture: the page is scrolled meanwhile.
  const middle = () =>
    page.evaluate(() => {
      const [face, image] = ['[data-face="1"]', "svg image"].map((name) =>
        document.querySelector(name)?.getBoundingClientRect(),
      );
      if (!face || !image) return [0, 0] as const;
      return [face.x + face.width / 2 - image.x, face.y + face.height / 2 - image.y] as const;
    });
  const [x, y] = await middle();
  const json = page.getByRole("figure", { name: "JSON of the response" });
  for (const [api, word, program] of [
    ["Alchera", "count: 1", "--data-binary @one-face.jpg"],
    ["3DiVi", "confidence", "-F image=@one-face.jpg"],
  ] as const) {
    await page.getByRole("radio", { name: api }).check();
    await expect(json).toContainText(word);
    await expect(page.getByRole("figure", { name: "Example for curl" })).toContainText(program);
    const [left, top] = await middle();
    expect(Math.hypot(left - x, top - y)).toBeLessThan(40);
  }
  await page.getByRole("radio", { name: "Alchera" }).check();
  await page.getByLabel("Smallest face, pixels").fill("9000");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(json).toContainText("count: 0");
  await expect(faceRows(page)).toHaveCount(0);
});

test("quality is shown as bars with what is wrong, and as each vendor tells it", async ({ page, request }) => {
  const problems = noteProblems(page);
  await openTestPage(page, request, "QUALITY");
  await choosePicture(page).setInputFiles(
    fileOf(
      "blurred.jpg",
      await sharp(await portrait())
        .resize(160)
        .blur(2)
        .jpeg()
        .toBuffer(),
    ),
  );
  await expect(faceRows(page).getByRole("button", { name: "Face 1: Not good enough" })).toBeVisible();
  await expect(faceRows(page).getByRole("list", { name: "Quality" }).getByRole("img").first()).toHaveAccessibleName(
    /of 100, at least/,
  );
  await expectAccessible(page);
  await page.getByLabel("Purpose").selectOption("Webcam");
  await page.getByRole("button", { name: "Send again" }).click();
  const json = page.getByRole("figure", { name: "JSON of the response" });
  await expect(json).toContainText('profile: "webcam"');
  for (const [api, word] of [
    ["Nodeflux FIQA", "FACE IQA PIPELINE"],
    ["SenseID", "sharpness"],
    ["3DiVi", "quality"],
  ] as const) {
    await page.getByRole("radio", { name: api }).check();
    await expect(json).toContainText(word);
    await expect(page.getByText("There is nothing to set here")).toBeVisible();
  }
  expect(problems).toEqual([]);
});

test("two pictures are compared, with lines between the faces that match", async ({ page, request }) => {
  await openTestPage(page, request, "VERIFICATION");
  await choosePicture(page, "First picture").setInputFiles(fileOf("source.jpg", await portrait()));
  await expect(page.getByText("The faces of a picture appear here.")).toBeVisible();
  await choosePicture(page, "Second picture").setInputFiles(groupPhoto);
  await expect(faceRows(page).nth(2)).toBeVisible();
  await expect(matchedRows(page)).toHaveCount(1);
  await expect(page.locator("[data-match]")).toHaveCount(1);
  await expectAccessible(page);
  await choosePicture(page, "First picture").setInputFiles(groupPhoto);
  await expect(page.getByText("The first picture has more than one face")).toBeVisible();
});

test("two pictures keep their places, whichever comes first and however soon the other follows", async ({
  page,
  request,
}) => {
  await openTestPage(page, request, "VERIFICATION");
  await choosePicture(page, "Second picture").setInputFiles(fileOf("target.jpg", await portrait()));
  const program = page.getByRole("figure", { name: "Example for curl" });
  await expect(program).toContainText("target_image=@target.jpg");
  await expect(program).not.toContainText("source_image=@target.jpg");
  await page.reload();
  const picture = await portrait();
  await Promise.all([
    choosePicture(page, "First picture").setInputFiles(fileOf("source.jpg", picture)),
    choosePicture(page, "Second picture").setInputFiles(fileOf("target.jpg", picture)),
  ]);
  await expect(matchedRows(page)).toHaveCount(1);
});

test("of two pictures the one chosen last counts, however late the first one comes", async ({ page, request }) => {
  await openTestPage(page, request, "DETECTION");
  const release = await holdBack(page, "**/samples/five-faces.svg");
  await page.getByRole("button", { name: "Five faces" }).click();
  await page.getByRole("button", { name: "One face" }).click();
  await expect(faceRows(page)).toHaveCount(1);
  const late = page.waitForResponse("**/samples/five-faces.svg");
  release();
  await (await late).finished();
  // Long enough for the page: the same once more, begun later.
  await page.evaluate(async () => {
    const image = new Image();
    image.src = "/samples/five-faces.svg";
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    await new Promise((resolve) => canvas.toBlob(resolve));
  });
  await expect(page.getByText("Chosen: one-face.jpg")).toBeVisible();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(faceRows(page)).toHaveCount(1);
});

test("a picture that is still loading is sent to the API that is chosen by then", async ({ page, request }) => {
  await openTestPage(page, request, "DETECTION");
  const release = await holdBack(page, "**/samples/one-face.svg");
  await page.getByRole("button", { name: "One face" }).click();
  await page.getByRole("radio", { name: "Alchera" }).check();
  release();
  await expect(page.getByRole("figure", { name: "JSON of the response" })).toContainText("count: 1");
});

test("a box and its row highlight each other, and rows can be reached by keyboard", async ({ page, request }) => {
  await openTestPage(page, request, "DETECTION");
  await page.getByRole("button", { name: "Five faces" }).click();
  await expect(faceRows(page)).toHaveCount(5);
  const second = faceRows(page).nth(1).getByRole("button");
  await page.locator('[data-face="2"]').click();
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Tab");
  await expect(faceRows(page).nth(2).getByRole("button")).toBeFocused();
  await expect(page.locator('[data-face="3"] rect').nth(1)).toHaveAttribute("stroke-width", "4");
  await page.getByLabel("Landmarks", { exact: true }).check();
  await page.getByLabel("Mesh").check();
  await page.getByLabel("Pose axes").check();
  await expect(page.locator('[data-face="1"] line')).toHaveCount(3);
  await expect(page.locator('[data-face="1"] path')).toHaveCount(2);
  const before = await page.locator('[data-face="1"]').boundingBox();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect
    .poll(async () => (await page.locator('[data-face="1"]').boundingBox())?.width)
    .toBeGreaterThan((before?.width ?? 0) * 1.4);
  await page.getByRole("button", { name: "Whole picture" }).click();
  await expect(page.getByRole("button", { name: "Zoom out" })).toBeDisabled();
  await expectAccessible(page);
});

test("a file that is no picture, and one that is too large, are refused in plain words", async ({ page, request }) => {
  await openTestPage(page, request, "DETECTION");
  await choosePicture(page).setInputFiles(fileOf("notes.txt", Buffer.from("no picture"), "text/plain"));
  await expect(page.getByText("The service refused the picture")).toBeVisible();
  await expect(page.getByText("This is no picture of a kind that the service takes")).toBeVisible();
  await choosePicture(page).setInputFiles(fileOf("large.jpg", Buffer.alloc(6 * 1024 * 1024, 1)));
  await expect(page.getByText("The file is larger than the 5 MB that the server takes.")).toBeVisible();
  await expectAccessible(page);
});

test("a busy server, no network and an ended session are told, and the way on works", async ({ page, request }) => {
  const { id } = await openTestPage(page, request, "DETECTION");
  const busy = { message: "The server is busy", code: 41 };
  await page.route("**/try/detect?*", (route) => route.fulfill({ status: 503, json: busy }));
  await page.getByRole("button", { name: "One face" }).click();
  await expect(page.getByText("The server is busy; please try again in a moment.")).toBeVisible();
  await page.unroute("**/try/detect?*");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(faceRows(page)).toHaveCount(1);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("The server cannot be reached.")).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(faceRows(page)).toHaveCount(1);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`/services/${id}/test`)}`);
});

test("a liveness service tells 3DiVi's clients of each face whether it is live", async ({ page, request }) => {
  await openTestPage(page, request, "LIVENESS");
  await page.getByRole("radio", { name: "3DiVi" }).check();
  await choosePicture(page).setInputFiles(fileOf("person.jpg", await portrait()));
  await expect(faceRows(page).getByRole("button", { name: /^Face 1: (Live|Not live)$/ })).toBeVisible();
  await expect(faceRows(page)).toContainText(/Liveness\d/);
  await expectAccessible(page);
});

test("a photo of a turned camera lies upright under its boxes", async ({ page, request }) => {
  await openTestPage(page, request, "DETECTION");
  const turned = await sharp(await readFile(groupPhoto))
    .rotate(270)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer();
  await choosePicture(page).setInputFiles(fileOf("turned.jpg", turned));
  await expect(faceRows(page).nth(1)).toBeVisible();
  const { width = 0, height = 0 } = await sharp(groupPhoto).metadata();
  const box = (await page.locator("svg image").boundingBox()) ?? { width: 1, height: 1 };
  expect(box.width / box.height).toBeCloseTo(width / height, 1);
});
