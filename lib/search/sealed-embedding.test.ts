import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openEmbedding, sealEmbedding } from "./sealed-embedding";

const faceId = "0192f0c1-2b3c-7abc-8def-0123456789ab";
const embedding = Float32Array.of(0.6, -0.8, 1e-30, 0);
let masterKey = randomBytes(32);

vi.mock("@/lib/config/env", () => ({ config: () => ({ masterKey: masterKey.toString("hex"), dataDir: "" }) }));

beforeEach(() => {
  masterKey = randomBytes(32);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it("gives back every bit of an embedding", () => {
  expect(openEmbedding(faceId, sealEmbedding(faceId, embedding))).toEqual(embedding);
});

it("opens whatever the case of the face's id", () => {
  expect(openEmbedding(faceId.toUpperCase(), sealEmbedding(faceId, embedding))).toEqual(embedding);
});

it("does not open for another face", () => {
  const other = faceId.replace("b", "c");
  expect(() => openEmbedding(other, sealEmbedding(faceId, embedding))).toThrow();
});

it("does not open under another master key", () => {
  const sealed = sealEmbedding(faceId, embedding);
  masterKey = randomBytes(32);
  expect(() => openEmbedding(faceId, sealed)).toThrow();
});
