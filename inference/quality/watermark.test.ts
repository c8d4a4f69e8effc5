import { expect, it } from "vitest";
import { watermark } from "./watermark";

const side = 288;

/** Grain, with a mark repeated over it when `strength` is above 0. */
function picture(strength: number) {
  let state = 1;
  const random = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const data = new Uint8Array(side * side * 3);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const mark = Math.hypot((x % 48) - 24, (y % 48) - 24) < 9 ? strength : 0;
      data.fill(110 + 8 * random() + mark, (y * side + x) * 3, (y * side + x) * 3 + 3);
    }
  }
  return { data, width: side, height: side };
}

it("finds a mark repeated over a picture, and none in grain", () => {
  expect(watermark(picture(25)).native).toBeGreaterThan(0.9);
  expect(watermark(picture(0)).native).toBeLessThan(0.1);
});

it("searches a picture once for all of its faces", () => {
  const image = picture(25);
  expect(watermark(image)).toBe(watermark(image));
});
