import { describe, expect, it } from "vitest";
import type { RgbImage } from "./rgb-image";
import { type QuarterTurns, turnBack, turnImage } from "./turn-image";

const grey = (rows: number[][]): RgbImage => ({
  data: Uint8Array.from(rows.flatMap((row) => row.flatMap((value) => [value, value, value]))),
  width: rows[0]?.length ?? 0,
  height: rows.length,
});
const read = ({ data, width, height }: RgbImage) =>
  Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => data[(y * width + x) * 3]));
const picture = grey([
  [1, 2, 3],
  [4, 5, 6],
]);

describe("turnImage", () => {
  it("turns clockwise", () => {
    expect(read(turnImage(picture, 1))).toEqual([
      [4, 1],
      [5, 2],
      [6, 3],
    ]);
    expect(read(turnImage(picture, 2))).toEqual([
      [6, 5, 4],
      [3, 2, 1],
    ]);
    expect(read(turnImage(picture, 3))).toEqual([
      [3, 6],
      [2, 5],
      [1, 4],
    ]);
  });

  it.each([1, 2, 3] as const satisfies QuarterTurns[])(
    "turnBack leads from a turned pixel (%s) to where it was",
    (turns) => {
      const turned = turnImage(picture, turns);
      for (let y = 0; y < turned.height; y += 1) {
        for (let x = 0; x < turned.width; x += 1) {
          const [sourceX, sourceY] = turnBack([x + 0.5, y + 0.5], turns, picture.width, picture.height);
          expect(read(picture)[Math.floor(sourceY)]?.[Math.floor(sourceX)]).toBe(read(turned)[y]?.[x]);
        }
      }
    },
  );
});
