import { expect } from "@playwright/test";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { test } from "@/e2e/fixtures/camera";
import { ownerState } from "@/e2e/fixtures/people";
import { choosePicture, fileOf, openTestPage, portrait } from "@/e2e/fixtures/test-page";

test.use({ storageState: ownerState });

test("one picture is judged alone, several of one moment together", async ({ page, request }) => {
  await openTestPage(page, request, "LIVENESS");
  const photo = await portrait();
  await choosePicture(page).setInputFiles(fileOf("alone.jpg", photo));
  const evidence = page.getByRole("list", { name: "Evidence" });
  await expect(evidence).toContainText("1 picture was judged.");
  await choosePicture(page).setInputFiles(["a.jpg", "b.jpg", "c.jpg"].map((name) => fileOf(name, photo)));
  await expect(evidence).toContainText("3 pictures were judged together.");
  await expect(evidence).toContainText("They are one and the same picture");
  await expect(page.getByText("Not live", { exact: true })).toBeVisible();
  await expect(page.getByText('-F "frames=@c.jpg"')).toBeVisible();
  await expectAccessible(page);
});

test("more pictures than a series takes are not sent", async ({ page, request }) => {
  await openTestPage(page, request, "LIVENESS");
  const photo = await portrait();
  const names = ["1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg"];
  await choosePicture(page).setInputFiles(names.map((name) => fileOf(name, photo)));
  await expect(page.getByText("At most 4 pictures can be sent together.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Evidence" })).toHaveCount(0);
});

test("the camera takes a series by itself", async ({ page, request, context }) => {
  await context.grantPermissions(["camera"]);
  await openTestPage(page, request, "LIVENESS");
  await page.getByRole("button", { name: "Use the camera" }).click();
  await page.getByRole("button", { name: "Take 4 pictures in two seconds" }).click();
  await expect(page.getByRole("list", { name: "Evidence" })).toContainText("4 pictures were judged together.");
});
