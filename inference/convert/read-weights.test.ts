import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { readWeights, type WeightManifest } from "./read-weights";
import { withTemporaryFolder } from "./testing/run-onnx";

type Entry = WeightManifest["weights"][number];

const read = (manifest: readonly Entry[], ...parts: readonly ArrayBufferView[]) =>
  withTemporaryFolder(async (folder) => {
    const file = path.join(folder, "weights.bin");
    await writeFile(file, Buffer.concat(parts.map((part) => new Uint8Array(part.buffer))));
    return readWeights(manifest, file);
  });

const float = (name: string, ...shape: readonly number[]): Entry => ({ name, shape, dtype: "float32" });
const half: Entry = { ...float("w", 9), quantization: { dtype: "float16" } };

it("reads values of each kind one after another, whatever their widths", async () => {
  const manifest: Entry[] = [
    { name: "flags", shape: [3], dtype: "bool" },
    float("floats", 1, 2),
    { name: "sizes", shape: [2], dtype: "int32" },
    float("single"),
  ];
  const parts = [Uint8Array.of(1, 0, 1), Float32Array.of(0.5, -2), Int32Array.of(-1, 7), Float32Array.of(9)];
  const weights = await read(manifest, ...parts);
  expect(weights.get("flags")?.data).toEqual(Float32Array.of(1, 0, 1));
  expect(weights.get("floats")).toEqual({ dims: [1, 2], data: Float32Array.of(0.5, -2) });
  expect(weights.get("sizes")?.data).toEqual(Float32Array.of(-1, 7));
  expect(weights.get("single")).toEqual({ dims: [], data: Float32Array.of(9) });
});

it("undoes 8-bit and 16-bit quantisation", async () => {
  const manifest: Entry[] = [
    { ...float("bytes", 3), quantization: { dtype: "uint8", scale: 0.5, min: -1 } },
    { ...float("words", 2), quantization: { dtype: "uint16", scale: 0.25, min: 2 } },
  ];
  const weights = await read(manifest, Uint8Array.of(0, 1, 255), Uint16Array.of(0, 65_535));
  expect(weights.get("bytes")?.data).toEqual(Float32Array.of(-1, -0.5, 126.5));
  expect(weights.get("words")?.data).toEqual(Float32Array.of(2, 16_385.75));
});

it("reads 16-bit floats: whole, fractions, the largest, subnormals, zeros and infinity", async () => {
  const bits = Uint16Array.of(0x3c00, 0xc000, 0x3555, 0x7bff, 0x0400, 0x03ff, 0x8001, 0x8000, 0x7c00);
  const expected = [
    1,
    -2,
    0.333251953125,
    65_504,
    2 ** -14,
    1023 * 2 ** -24,
    -(2 ** -24),
    -0,
    Number.POSITIVE_INFINITY,
  ];
  const weights = await read([half], bits);
  expect(Array.from(weights.get("w")?.data ?? [])).toEqual(expected);
});

it("reads a 16-bit NaN as NaN", async () => {
  const weights = await read([{ ...half, shape: [1] }], Uint16Array.of(0x7e00));
  expect(weights.get("w")?.data).toEqual(Float32Array.of(Number.NaN));
});

it.each([
  ["shorter", 7],
  ["longer", 12],
])("refuses a file that is %s than the manifest says", async (_label, bytes) => {
  await expect(read([float("w", 2)], new Uint8Array(bytes))).rejects.toThrow(`holds ${bytes} bytes, its manifest 8`);
});
