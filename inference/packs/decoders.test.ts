import { describe, expect, it } from "vitest";
import type { FloatTensor } from "@/inference/runtime/ort";
import { decodeScrfd } from "./decode-scrfd";
import { decodeYunet } from "./decode-yunet";

const canvas = { width: 64, height: 32 };
const strides = [8, 16, 32];
const cellsOf = (stride: number) => (canvas.width / stride) * (canvas.height / stride);
const zeros = (count: number, size: number): FloatTensor => ({
  data: new Float32Array(count * size),
  dims: [1, count, size],
});

/** Scores, edges and points of an SCRFD with two anchors a cell, the finest stride first, without any face. */
function scrfdOutputs(): FloatTensor[] {
  return [1, 4, 10].flatMap((size) => strides.map((stride) => zeros(cellsOf(stride) * 2, size)));
}

function yunetOutputs(): FloatTensor[] {
  return [1, 1, 4, 10].flatMap((size) => strides.map((stride) => zeros(cellsOf(stride), size)));
}

describe("SCRFD", () => {
  it("measures edges and points in strides from the corner of an anchor's cell", () => {
    const outputs = scrfdOutputs();
    // Stride 16 has 4 x 2 cells: anchor 13 is the second of the cell in column 2, row 1, whose corner is at (32, 16).
    outputs[1]?.data.set([0.8], 13);
    outputs[4]?.data.set([1, 0.5, 2, 1.5], 13 * 4);
    outputs[7]?.data.set([-0.5, 0, 0.5, 0, 0, 0.25, -0.25, 0.5, 0.25, 0.5], 13 * 10);
    const [face, ...others] = decodeScrfd(outputs, canvas, 0.5);
    expect(others).toEqual([]);
    expect(face?.score).toBeCloseTo(0.8, 6);
    expect(face?.box).toEqual({ xMin: 16, yMin: 8, xMax: 64, yMax: 40 });
    expect(face?.points).toEqual([
      [24, 16],
      [40, 16],
      [32, 20],
      [28, 24],
      [36, 24],
    ]);
  });

  it("tells outputs apart by their sizes, whatever their order", () => {
    const outputs = scrfdOutputs();
    outputs[0]?.data.set([0.9], 0);
    expect(decodeScrfd(outputs.toReversed(), canvas, 0.5)).toEqual(decodeScrfd(outputs, canvas, 0.5));
  });

  it("refuses the outputs of another network", () => {
    const refused = expect.objectContaining({ code: "model_corrupt" });
    for (const outputs of [[], scrfdOutputs().slice(0, 6), yunetOutputs().slice(0, 5)]) {
      expect(() => decodeScrfd(outputs, canvas, 0.5)).toThrow(refused);
    }
  });
});

describe("YuNet", () => {
  it("scores by the geometric mean, with sizes as logarithms", () => {
    const outputs = yunetOutputs();
    // Stride 32 has 2 x 1 cells: the second one's corner is at (32, 0).
    outputs[2]?.data.set([0.9], 1);
    outputs[5]?.data.set([0.4], 1);
    outputs[8]?.data.set([0.5, 0.5, 0, Math.log(0.5)], 4);
    outputs[11]?.data.set([0.25, 0.5], 10);
    const [face, ...others] = decodeYunet(outputs, canvas, 0.5);
    expect(others).toEqual([]);
    expect(face?.score).toBeCloseTo(0.6, 6);
    expect(face?.box).toMatchObject({ xMin: 32, xMax: 64 });
    expect(face?.box.yMin).toBeCloseTo(8, 5);
    expect(face?.box.yMax).toBeCloseTo(24, 5);
    expect(face?.points[0]).toEqual([40, 16]);
  });

  it("drops what is not above the score asked for, and refuses the outputs of another network", () => {
    const outputs = yunetOutputs();
    outputs[0]?.data.set([0.5], 0);
    outputs[3]?.data.set([0.5], 0);
    expect(decodeYunet(outputs, canvas, 0.5)).toEqual([]);
    expect(decodeYunet(outputs, canvas, 0.49)).toHaveLength(1);
    expect(() => decodeYunet(scrfdOutputs(), canvas, 0.5)).toThrow(expect.objectContaining({ code: "model_corrupt" }));
  });
});
