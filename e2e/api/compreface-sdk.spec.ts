import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { cutPortraits, groupPhoto } from "@/e2e/fixtures/portraits";
import { baseUrl } from "@/e2e/fixtures/server";
import { test } from "@/e2e/fixtures/service";
import { openVendorClient } from "@/e2e/fixtures/vendor-client";

const client = openVendorClient();
const inBase64 = (file: string) => readFile(file, "base64");
const options = { limit: 0, det_prob_threshold: 0.5, face_plugins: "age,gender,landmarks", status: true };
const version = expect.any(String);

test.slow();

test("the vendor's client library detects by path, base64 and address", async ({ detectionKey }) => {
  const service = client.initFaceDetectionService(detectionKey);
  const byPath = await service.detect(groupPhoto, options);
  expect(byPath.result.length).toBeGreaterThan(1);
  expect(byPath).toMatchObject({
    result: [{ age: [expect.any(Number), expect.any(Number)], gender: expect.any(String) }, {}, {}],
    plugins_versions: { detector: version, age: version, gender: version },
  });
  const byText = await service.detect(await inBase64(groupPhoto), { limit: 1 });
  expect(byText.result).toEqual([{ box: byPath.result[0]?.box }]);
});

test("the vendor's client library verifies by path and base64", async ({ request, detectionKey, verificationKey }) => {
  const [portrait = ""] = await cutPortraits(request, detectionKey);
  const service = client.initFaceVerificationService(verificationKey);
  const byPath = await service.verify(portrait, groupPhoto, options);
  expect(byPath.result).toMatchObject([
    { source_image_face: { age: [expect.any(Number), expect.any(Number)] }, plugins_versions: { calculator: version } },
  ]);
  const [own, ...others] = byPath.result[0]?.face_matches.map(({ similarity }) => similarity) ?? [];
  expect(own).toBeGreaterThan(0.9);
  for (const other of others) expect(other).toBeLessThan(0.5);
  const byText = await service.verify(await inBase64(portrait), await inBase64(groupPhoto), { limit: 1 });
  expect(byText.result[0]?.face_matches).toHaveLength(1);
});

test("the vendor's client library manages a collection and recognises", async ({
  request,
  detectionKey,
  recognitionKey,
}) => {
  const [ann = "", tom = ""] = await cutPortraits(request, detectionKey);
  const service = client.initFaceRecognitionService(recognitionKey);
  const faces = () => service.getFaceCollection();
  const subjects = () => service.getSubjects();

  expect(await subjects().add("Ann")).toEqual({ subject: "Ann" });
  const added = await faces().add(ann, "Ann", { det_prob_threshold: "0.5" });
  expect(added).toMatchObject({ subject: "Ann" });
  const second = await faces().add(await inBase64(tom), "Tom Smith", {});
  expect(await subjects().list()).toEqual({ subjects: ["Ann", "Tom Smith"] });
  expect(await faces().list()).toMatchObject({ total_elements: 2, faces: [added, second] });

  const { result } = await service.recognize(groupPhoto, { ...options, prediction_count: 2 });
  expect(result[0]?.subjects).toMatchObject([{ subject: "Ann" }, { subject: "Tom Smith" }]);
  expect(result[1]?.subjects).toMatchObject([{ subject: "Tom Smith" }, { subject: "Ann" }]);
  const byText = await service.recognize(await inBase64(ann), {});
  expect(byText.result[0]?.subjects).toMatchObject([{ subject: "Ann" }]);
  const verified = await faces().verify(ann, added.image_id, { limit: 1 });
  expect(verified.result).toMatchObject([{ subject: "Ann" }]);
  expect(verified.result[0]?.similarity).toBeGreaterThan(0.9);

  const address = `${baseUrl}/api/v1/static/${recognitionKey}/images/${added.image_id}`;
  expect((await request.get(address)).status()).toBe(200);
  expect(await subjects().rename("Ann", "Anna")).toEqual({ updated: true });
  const removal = faces();
  expect(await removal.delete(added.image_id)).toEqual({ image_id: added.image_id, subject: "Anna" });
  await expect(removal.list()).rejects.toMatchObject({ response: { status: 405, data: { code: 0 } } });
  expect(await faces().delete_multiple_images([second.image_id])).toEqual([second]);

  await faces().add(ann, "Anna", {});
  expect(await faces().delete_all_subject("anna")).toEqual({ deleted: 1 });
  await faces().add(ann, "Anna", {});
  expect(await faces().delete_all()).toEqual({ deleted: 1 });
  expect(await subjects().delete("Anna")).toEqual({ subject: "Anna" });
  expect(await subjects().deleteAll()).toEqual({ deleted: 1 });
});

test("the vendor's client library is told what it did wrong", async ({ detectionKey, recognitionKey }) => {
  const faces = client.initFaceRecognitionService(recognitionKey).getFaceCollection();
  const several = { status: 400, data: { message: "More than one face in the source image", code: 31 } };
  await expect(faces.add(groupPhoto, "Ann", {})).rejects.toMatchObject({ response: several });
  // In Node it announces a form without a boundary for this kind of picture.
  const blob = Buffer.from(await readFile(groupPhoto));
  const detection = client.initFaceDetectionService(detectionKey);
  await expect(detection.detect(blob, { limit: 1 })).rejects.toMatchObject({
    response: { status: 400, data: { code: 26 } },
  });
});
