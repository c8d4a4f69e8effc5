import { expect, it } from "vitest";
import { coverFaces } from "./cover-faces";

const face = { xMin: 40, yMin: 10, xMax: 60, yMax: 30 };
const body = (xMin: number, yMin: number) => ({ xMin, yMin, xMax: xMin + 60, yMax: 200, probability: 0.5 });

it("draws a body up to the face right above it", () => {
  expect(coverFaces([body(20, 32)], [face])).toEqual([{ ...body(20, 32), yMin: 10 }]);
});

it("leaves bodies alone that hold the face already, stand beside it or begin far below", () => {
  for (const untouched of [body(20, 5), body(55, 32), body(20, 80)]) {
    expect(coverFaces([untouched], [face])).toEqual([untouched]);
  }
});
