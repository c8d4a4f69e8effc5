import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { ownerState } from "@/e2e/fixtures/people";
import { groupPhoto } from "@/e2e/fixtures/portraits";

test.use({ storageState: ownerState });

test("the pages of the quality APIs send a photo and show the answer", async ({ page, request }) => {
  const { key } = await createService(request, (await createApplication(request)).id, "Quality", "QUALITY");
  await page.goto("/docs/api/senseid");
  await page.getByLabel("API key").fill(key);
  await page.getByText("Measure the quality of faces").first().click();
  const measuring = page.getByRole("form", { name: "Measure the quality of faces" });
  await measuring.getByLabel("image").setInputFiles(groupPhoto);
  await measuring.getByRole("button", { name: "Send" }).click();
  await expect(measuring.getByRole("figure", { name: "Answer" })).toContainText('"distance2center"');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto("/docs/api/nodeflux");
  await page.getByLabel("API key").fill(key);
  await page.getByText("Check images for enrolment").first().click();
  const checking = page.getByRole("form", { name: "Check images for enrolment" });
  const images = [(await readFile(groupPhoto)).toString("base64")];
  await checking.getByRole("textbox").first().fill(JSON.stringify({ images }));
  await checking.getByRole("button", { name: "Send" }).click();
  await expect(checking.getByRole("figure", { name: "Answer" })).toContainText("Multiple faces detected");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
