import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { test } from "@/e2e/fixtures/camera";
import { ownerState } from "@/e2e/fixtures/people";
import { noteProblems } from "@/e2e/fixtures/problems";
import { faceRows, openTestPage } from "@/e2e/fixtures/test-page";

test.use({ storageState: ownerState });

test("the camera gives one picture, or one after the other", async ({ page, request, context }) => {
  await context.grantPermissions(["camera"]);
  const problems = noteProblems(page);
  await openTestPage(page, request, "DETECTION");
  await page.getByRole("button", { name: "Use the camera" }).click();
  await page.getByRole("button", { name: "Take a picture" }).click();
  await expect(faceRows(page).first()).toContainText("Probability");
  await expect(page.getByText("Chosen: camera.jpg")).toBeVisible();
  await expectAccessible(page);
  let answers = 0;
  page.on("response", (response) => {
    if (response.url().includes("/try/detect")) answers += 1;
  });
  await page.getByLabel("Send pictures all the time").check();
  // A camera that plays all the time takes a good part of a small machine.
  await expect.poll(() => answers, { timeout: 180_000 }).toBeGreaterThan(2);
  await expect(faceRows(page).first()).toContainText("Probability");
  await page.getByRole("button", { name: "Stop the camera" }).click();
  await expect(page.getByLabel("What the camera sees")).toHaveCount(0);
  expect(problems).toEqual([]);
});

test("a camera that the browser keeps is explained", async ({ page, request, context }) => {
  await context.clearPermissions();
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("denied", "NotAllowedError"));
  });
  await openTestPage(page, request, "DETECTION");
  await page.getByRole("button", { name: "Use the camera" }).click();
  await expect(page.getByText("The browser was not allowed to use the camera.")).toBeVisible();
});

test("a page without HTTPS says that the camera needs it", async ({ page, request }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "mediaDevices", { get: () => undefined });
  });
  await openTestPage(page, request, "DETECTION");
  await page.getByRole("button", { name: "Use the camera" }).click();
  await expect(page.getByText("Browsers give the camera only to pages that come over HTTPS")).toBeVisible();
  await expectAccessible(page);
});
