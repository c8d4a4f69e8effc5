import { expect, it } from "vitest";
import { type Frame, integrity, leftwardCrop, marginInner, marginOuter } from "./framing";

/** A face of 60 x 100 pixels whose left upper corner lies there, in a picture of 200 x 200. */
function faceAt(x: number, y: number): Frame {
  const mesh = new Float32Array(468 * 3);
  const put = (index: number, dx: number, dy: number) => mesh.set([x + dx, y + dy], index * 3);
  for (let index = 0; index < 468; index++) put(index, 30, 50);
  put(10, 30, 0);
  put(152, 30, 100);
  put(234, 0, 50);
  put(454, 60, 50);
  return {
    picture: { width: 200, height: 200 },
    eyes: [
      [x + 15, y + 35],
      [x + 45, y + 35],
    ],
    between: [x + 30, y + 35],
    eyesPx: 30,
    chinPx: 65,
    hull: [
      [x, y],
      [x + 60, y],
      [x + 60, y + 100],
      [x, y + 100],
    ],
    mesh,
  };
}

it("gives a face of which 40 % lie outside an integrity of 0.6, and a whole one 1", () => {
  expect(integrity(faceAt(-24, 20))).toEqual({ native: 0.6, score: 60 });
  expect(integrity(faceAt(70, 60))).toEqual({ native: 1, score: 100 });
});

it("measures by how many pixels head and surround leave the picture", () => {
  expect(marginInner(faceAt(70, 60)).native).toBe(0);
  expect(marginInner(faceAt(-8, 60)).native).toBe(8);
  expect(marginInner(faceAt(70, 5)).native).toBeCloseTo(30);
  expect(marginOuter(faceAt(70, 60)).native).toBeCloseTo(12);
});

it("scores the room beside a face by half at nine tenths of an eye distance", () => {
  expect(leftwardCrop(faceAt(12, 60)).score).toBe(50);
});
