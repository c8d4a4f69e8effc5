import { expect, it } from "vitest";
import { decodeImage } from "./decode";
import { drawThumbnail } from "./draw-thumbnail";
import { wide } from "./fixtures/picture";
import { keepPicture } from "./keep-picture";
import type { RgbImage } from "./rgb-image";

/** Black, with a white rectangle. */
function paint(width: number, height: number, white: readonly [number, number, number, number]): RgbImage {
  const data = new Uint8Array(width * height * 3);
  const [xMin, yMin, xMax, yMax] = white;
  for (let y = yMin; y < yMax; y += 1) data.fill(255, (y * width + xMin) * 3, (y * width + xMax) * 3);
  return { data, width, height };
}

const box = (xMin: number, yMin: number, xMax: number, yMax: number) => ({ xMin, yMin, xMax, yMax });
const share = ({ data }: RgbImage) => data.reduce((sum, value) => sum + value, 0) / (255 * data.length);

it("shows the face in the middle with some air around", async () => {
  const image = paint(400, 300, [100, 100, 200, 200]);
  const thumbnail = await decodeImage(await drawThumbnail(image, box(100, 100, 200, 200)), wide);
  expect(thumbnail).toMatchObject({ width: 160, height: 160 });
  expect(share(thumbnail)).toBeCloseTo(1 / 1.5 ** 2, 1);
  expect(thumbnail.data[(80 * 160 + 80) * 3]).toBeGreaterThan(250);
});

it.each([
  ["a corner", box(0, 0, 40, 50)],
  ["the other corner", box(380, 260, 400, 300)],
  ["the whole picture", box(0, 0, 400, 300)],
  ["less than a pixel", box(10.2, 10.2, 10.4, 10.4)],
])("stays in the picture for a face that is %s", async (_, face) => {
  const bytes = await drawThumbnail(paint(400, 300, [0, 0, 400, 300]), face);
  expect(share(await decodeImage(bytes, wide))).toBeGreaterThan(0.99);
});

it("is a JPEG that is nothing but its picture", async () => {
  const bytes = await drawThumbnail(paint(3, 5, [0, 0, 3, 5]), box(0, 0, 3, 5));
  const image = await decodeImage(bytes, wide);
  expect(await keepPicture(bytes, image)).toEqual({ bytes, mediaType: "image/jpeg" });
});
