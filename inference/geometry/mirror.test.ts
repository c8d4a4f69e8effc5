import { expect, it } from "vitest";
import { mirrorCrop } from "./mirror";

it("exchanges left and right row by row and keeps the channels of a pixel in order", () => {
  const crop = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19);
  expect([...mirrorCrop(crop, 3)]).toEqual([7, 8, 9, 4, 5, 6, 1, 2, 3, 17, 18, 19, 14, 15, 16, 11, 12, 13]);
  expect(mirrorCrop(mirrorCrop(crop, 3), 3)).toEqual(crop);
});
