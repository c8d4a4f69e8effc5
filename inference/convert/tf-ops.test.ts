import { describe, expect, it } from "vitest";
import { convertTinyModel, picture, runTinyModel, seen, texts, vector } from "./testing/tiny-model";

const image = picture(1, 2, 3, 2);
const x = seen(image.data);
const [a0 = 0, a1 = 0] = x;

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 5);
}

const numbersOf = vector(0.5, -2);
const paired: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  AddV2: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Maximum: Math.max,
  Minimum: Math.min,
};
const single: Readonly<Record<string, (value: number) => number>> = {
  Relu: (value) => Math.max(0, value),
  Relu6: (value) => Math.min(6, Math.max(0, value)),
  Sigmoid: (value) => 1 / (1 + Math.exp(-value)),
  Identity: (value) => value,
};

describe("operations on single values", () => {
  it.each(Object.keys(paired))("spreads a vector over the last dimension: %s", async (op) => {
    const model = { nodes: [{ name: "out", op, input: ["image", "vector"] }], weights: { vector: numbersOf } };
    const expected = x.map((value, i) => paired[op]!(value, numbersOf.values[i % 2]!));
    expectClose(await runTinyModel(model, image), expected);
  });

  it("subtracts in the order of the inputs when the constant stands first", async () => {
    const nodes = [{ name: "out", op: "Sub", input: ["vector", "image"] }];
    const expected = x.map((value, i) => numbersOf.values[i % 2]! - value);
    expectClose(await runTinyModel({ nodes, weights: { vector: numbersOf } }, image), expected);
  });

  it.each(Object.keys(single))("computes %s", async (op) => {
    const nodes = [
      { name: "larger", op: "Mul", input: ["image", "three"] },
      { name: "out", op, input: ["larger:0"] },
    ];
    const weights = { three: { shape: [], values: [3] } };
    expectClose(
      await runTinyModel({ nodes, weights }, image),
      x.map((value) => single[op]!(value * 3)),
    );
  });

  it("takes one slope per channel in Prelu", async () => {
    const weights = { slope: { shape: [1, 1, 2], values: [0.25, -1] } };
    const nodes = [{ name: "out", op: "Prelu", input: ["image", "slope"] }];
    const expected = x.map((value, i) => (value > 0 ? value : value * [0.25, -1][i % 2]!));
    expectClose(await runTinyModel({ nodes, weights }, image), expected);
  });

  it("normalises over the last dimension in Softmax", async () => {
    const actual = await runTinyModel({ nodes: [{ name: "out", op: "Softmax", input: ["image"] }] }, image);
    expect(actual[0]).toBeCloseTo(Math.exp(a0) / (Math.exp(a0) + Math.exp(a1)), 5);
    expect(actual[0]! + actual[1]!).toBeCloseTo(1, 5);
  });
});

describe("operations on shapes", () => {
  it("pads with zeros before and behind each dimension on its own", async () => {
    const weights = { pads: { shape: [4, 2], values: [0, 0, 1, 0, 0, 2, 0, 1] } };
    const actual = await runTinyModel(
      { nodes: [{ name: "out", op: "Pad", input: ["image", "pads"] }], weights },
      image,
    );
    const row = (at: number) => [
      x[at]!,
      x[at + 1]!,
      0,
      x[at + 2]!,
      x[at + 3]!,
      0,
      x[at + 4]!,
      x[at + 5]!,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ];
    expectClose(actual, [...new Array<number>(15).fill(0), ...row(0), ...row(6)]);
  });

  it.each([false, true])("takes the mean over height and width, keep_dims %s", async (keepDims) => {
    const nodes = [
      { name: "mean", op: "Mean", input: ["image", "axes"], attr: { keep_dims: { b: keepDims } } },
      { name: "out", op: "ConcatV2", input: ["mean", "mean", "axis"] },
    ];
    // With the dimensions kept there are four, so that the last axis is 3 and not 1.
    const weights = { axes: vector(1, 2), axis: { shape: [], values: [keepDims ? 3 : 1] } };
    const mean = (channel: number) => x.filter((_, i) => i % 2 === channel).reduce((a, b) => a + b) / 6;
    expectClose(await runTinyModel({ nodes, weights }, image), [mean(0), mean(1), mean(0), mean(1)]);
  });

  it("joins values along the given axis, after a reshape with one size left open", async () => {
    const nodes = [
      { name: "rows", op: "Reshape", input: ["image", "shape"] },
      { name: "out", op: "ConcatV2", input: ["rows", "rows", "axis"] },
    ];
    const weights = { shape: vector(-1, 4), axis: { shape: [], values: [1] } };
    const row = (at: number) => x.slice(at, at + 4);
    const expected = [0, 4, 8].flatMap((at) => [...row(at), ...row(at)]);
    expectClose(await runTinyModel({ nodes, weights }, image), expected);
  });
});

describe("a matrix product", () => {
  const rows = { name: "rows", op: "Reshape", input: ["image", "shape"] };
  const shape = vector(2, 6);
  const matrix = { shape: [6, 2], values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
  const transposed = { shape: [2, 6], values: [1, 3, 5, 7, 9, 11, 2, 4, 6, 8, 10, 12] };
  const dot = (row: number, column: number) =>
    [0, 1, 2, 3, 4, 5].reduce((sum, i) => sum + x[row * 6 + i]! * matrix.values[i * 2 + column]!, 0);
  const products = [dot(0, 0), dot(0, 1), dot(1, 0), dot(1, 1)];

  it.each([
    ["as it stands", matrix, false],
    ["transposed", transposed, true],
  ])("adds the bias and applies what is fused, second matrix %s", async (_label, second, isTransposed) => {
    const attr = { fused_ops: texts("BiasAdd", "Relu"), transpose_b: { b: isTransposed } };
    const nodes = [rows, { name: "out", op: "_FusedMatMul", input: ["rows", "second", "bias"], attr }];
    const expected = products.map((value, i) => Math.max(0, value + [3, -4][i % 2]!));
    const actual = await runTinyModel({ nodes, weights: { shape, second, bias: vector(3, -4) } }, image);
    for (const [i, value] of expected.entries()) expect(actual[i]).toBeCloseTo(value, 3);
  });
});

describe("a bilinear resize", () => {
  const line = picture(1, 1, 3, 1);
  const [p = 0, q = 0, r = 0] = seen(line.data);
  const resize = (attr: Readonly<Record<string, { readonly b: boolean }>>) => ({
    nodes: [{ name: "out", op: "ResizeBilinear", input: ["image", "size"], attr }],
    weights: { size: vector(1, 6) },
  });

  it("measures from corners of the map by default", async () => {
    const expected = [p, (p + q) / 2, q, (q + r) / 2, r, r];
    expectClose(await runTinyModel(resize({}), line), expected);
  });

  it("measures from the middle of pixels with half_pixel_centers", async () => {
    const between = (a: number, b: number, share: number) => a * (1 - share) + b * share;
    const inner = [between(p, q, 0.25), between(p, q, 0.75), between(q, r, 0.25), between(q, r, 0.75)];
    expectClose(await runTinyModel(resize({ half_pixel_centers: { b: true } }), line), [p, ...inner, r]);
  });

  it("puts the outer pixels on each other with align_corners", async () => {
    const at = (place: number) => (place <= 1 ? p + (q - p) * place : q + (r - q) * (place - 1));
    const expected = [0, 1, 2, 3, 4, 5].map((i) => at((i * 2) / 5));
    expectClose(await runTinyModel(resize({ align_corners: { b: true } }), line), expected);
  });
});

describe("a graph", () => {
  it("is refused for an operation that is not in the table, naming the node", async () => {
    const nodes = [{ name: "odd", op: "Tan", input: ["image"] }];
    await expect(convertTinyModel({ nodes }, [1, 1, 1, 1])).rejects.toThrow("The operation Tan of odd");
  });

  it("is converted only as far as its outputs need", async () => {
    const nodes = [
      { name: "odd", op: "Tan", input: ["image"] },
      { name: "out", op: "Relu", input: ["image"] },
    ];
    expectClose(
      await runTinyModel({ nodes }, image),
      x.map((value) => Math.max(0, value)),
    );
  });

  it("is refused when a node or a constant is missing", async () => {
    const lost = [{ name: "out", op: "Relu", input: ["nowhere"] }];
    await expect(convertTinyModel({ nodes: lost }, [1, 1, 1, 1])).rejects.toThrow("no node nowhere");
    const shapeless = [{ name: "out", op: "Reshape", input: ["image", "image"] }];
    await expect(convertTinyModel({ nodes: shapeless }, [1, 1, 1, 1])).rejects.toThrow("image is not a constant");
  });
});
