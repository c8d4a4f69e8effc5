import type { Edges } from "@/inference/pipeline/analysis";
import { rawPicture } from "./keep-picture";
import type { RgbImage } from "./rgb-image";

const sidePx = 160;
/** Side of what is shown, by the longer side of the face's box: hair and chin with a little air. */
const boxes = 1.5;

/** A JPEG of 160 x 160 pixels: the square around the face, moved into the picture where it would leave it. */
export async function drawThumbnail(image: RgbImage, { xMin, yMin, xMax, yMax }: Edges): Promise<Uint8Array> {
  const { width, height } = image;
  const wished = Math.max(1, Math.round(boxes * Math.max(xMax - xMin, yMax - yMin)));
  const side = Math.min(wished, width, height);
  const place = (middle: number, end: number) => Math.min(Math.max(0, Math.round(middle - side / 2)), end - side);
  const square = { left: place((xMin + xMax) / 2, width), top: place((yMin + yMax) / 2, height) };
  return rawPicture(image)
    .extract({ ...square, width: side, height: side })
    .resize(sidePx, sidePx)
    .jpeg({ quality: 85 })
    .toBuffer();
}
