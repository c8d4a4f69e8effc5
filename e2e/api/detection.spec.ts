import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { test } from "@/e2e/fixtures/service";

const photo = "node_modules/@vladmandic/face-api/demo/sample1.jpg";
const detectUrl = "/api/v1/detection/detect?face_plugins=landmarks";

test("a photo of people goes in, boxes and landmarks come out", async ({ request, detectionKey }) => {
  const file = { name: "photo.jpg", mimeType: "image/jpeg", buffer: await readFile(photo) };
  const answer = await request.post(detectUrl, { headers: { "x-api-key": detectionKey }, multipart: { file } });
  expect(answer.status()).toBe(200);
  const { result } = await answer.json();
  expect(result.length).toBeGreaterThan(0);
  for (const { box, landmarks } of result) {
    expect(box.x_max).toBeGreaterThan(box.x_min);
    expect(box.y_max).toBeGreaterThan(box.y_min);
    expect(box.probability).toBeGreaterThan(0.5);
    expect(landmarks).toHaveLength(5);
  }
});

test("the same photo as base64 JSON gives the same boxes", async ({ request, detectionKey }) => {
  const buffer = await readFile(photo);
  const headers = { "x-api-key": detectionKey };
  const file = { name: "photo.jpg", mimeType: "image/jpeg", buffer };
  const asFile = await request.post(detectUrl, { headers, multipart: { file } });
  const asText = await request.post(detectUrl, { headers, data: { file: buffer.toString("base64") } });
  expect((await asText.json()).result).toEqual((await asFile.json()).result);
});

test("a key that no service has is not found", async ({ request }) => {
  const file = { name: "photo.jpg", mimeType: "image/jpeg", buffer: await readFile(photo) };
  const headers = { "x-api-key": "00000000-0000-4000-8000-000000000000" };
  const answer = await request.post(detectUrl, { headers, multipart: { file } });
  expect(answer.status()).toBe(404);
});
