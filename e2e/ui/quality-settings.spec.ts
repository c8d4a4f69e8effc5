import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "@/e2e/fixtures/accessible";
import { createApplication, createService } from "@/e2e/fixtures/applications";
import { ownerState } from "@/e2e/fixtures/people";
import type { ServiceType } from "@/lib/domain/services/types";

test.use({ storageState: ownerState });

const photo = "node_modules/@vladmandic/face-api/demo/sample1.jpg";

async function openSettings(page: Page, request: APIRequestContext, type: ServiceType) {
  const service = await createService(request, (await createApplication(request)).id, "Doors", type);
  await page.goto(`/services/${service.id}/settings`);
  await expect(page.getByLabel("Quality profile")).toBeVisible();
  return service;
}

test("a gate with limits of the service's own is set on the page, kept, and obeyed", async ({ page, request }) => {
  const { id, key } = await openSettings(page, request, "RECOGNITION");
  await page.getByLabel("Photos of poor quality").selectOption({ value: "REFUSE" });
  await page.getByLabel("Quality profile").selectOption({ value: "CUSTOM" });
  const limits = page.getByLabel("Lowest scores");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(limits).toHaveAccessibleDescription(/must be given/);
  await limits.fill("sharpness 101, niceness 3");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(limits).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await limits.fill("yaw=20 unified=100");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await page.reload();
  await expect(limits).toHaveValue("yaw=20 unified=100");
  const { settings } = await (await request.get(`/api/admin/services/${id}`)).json();
  const customQualityLimits = { unified: 100, yaw: 20 };
  expect(settings).toMatchObject({ qualityGate: "REFUSE", qualityProfile: "CUSTOM", customQualityLimits });
  const face = sharp(photo).extract({ left: 250, top: 200, width: 500, height: 600 });
  const file = { name: "photo.jpg", mimeType: "image/jpeg", buffer: await face.jpeg().toBuffer() };
  const call = { headers: { "x-api-key": key }, multipart: { file } };
  const refused = await request.post("/api/v1/recognition/faces?subject=Anna", call);
  expect(refused.status()).toBe(400);
  expect((await refused.json()).message).toContain("The quality of the picture is too low.");
  const measured = await request.post("/api/v1/recognition/recognize?face_plugins=quality&status=true", call);
  const { result, plugins_versions } = await measured.json();
  const reasons = [{ measure: "unified", score_min: 100 }];
  expect(result).toMatchObject([{ quality: { profile: "custom", passed: false, reasons } }]);
  expect(result[0].execution_time.quality).toBeGreaterThanOrEqual(0);
  expect(plugins_versions.quality).toContain("quality-");
});

test("limits are asked for only where they are the service's own, and the gate only where faces are added", async ({
  page,
  request,
}) => {
  await openSettings(page, request, "QUALITY");
  await expect(page.getByLabel("Photos of poor quality")).toHaveCount(0);
  await expect(page.getByLabel("Lowest scores")).toHaveCount(0);
  await page.getByLabel("Quality profile").selectOption({ value: "CUSTOM" });
  await expect(page.getByLabel("Lowest scores")).toBeVisible();
  await page.getByLabel("Quality profile").selectOption({ value: "ICAO" });
  await expect(page.getByLabel("Lowest scores")).toHaveCount(0);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The settings are saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Quality profile")).toHaveValue("ICAO");
});
