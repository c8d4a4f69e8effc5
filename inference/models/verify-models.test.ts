import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { modelFileName } from "./registry";
import { withModelLinks } from "./testing/borrow-models";
import { verifyModels } from "./verify-models";

const name = modelFileName("liveness");
const timeout = 60_000;

/** What verification says once the bytes of one file are changed. */
const verdictAfter = (change: (bytes: Uint8Array) => Uint8Array) =>
  withModelLinks(async (folder) => {
    const file = path.join(folder, name);
    const bytes = change(await readFile(file));
    await rm(file);
    await writeFile(file, bytes);
    return verifyModels(folder).then(
      () => "intact",
      (error: unknown) => error,
    );
  });

it("accepts the files that the converter writes", { timeout }, async () => {
  expect(await verdictAfter((bytes) => bytes)).toBe("intact");
});

it("names a file with one flipped bit", { timeout }, async () => {
  const verdict = await verdictAfter((bytes) => {
    const place = bytes.length >> 1;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return bytes;
  });
  expect(verdict).toMatchObject({ code: "model_corrupt", message: expect.stringContaining(name) });
});

it.each([
  ["truncated", (bytes: Uint8Array) => bytes.subarray(0, -1)],
  ["empty", () => new Uint8Array()],
] as const)("names a file that is %s", { timeout }, async (_label, change) => {
  const verdict = await verdictAfter(change);
  expect(verdict).toMatchObject({ code: "model_corrupt", message: expect.stringContaining(name) });
});

it("names a file that is missing", { timeout }, async () => {
  await withModelLinks(async (folder) => {
    await rm(path.join(folder, name));
    const missing = { code: "model_missing", message: expect.stringContaining(name) };
    await expect(verifyModels(folder)).rejects.toMatchObject(missing);
  });
});
