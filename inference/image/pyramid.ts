import type { RgbImage } from "./rgb-image";

/** One size of a picture. */
interface Level {
  readonly image: RgbImage;
  /** Multiplies coordinates of the picture to give those of this level: 1, 1/2, 1/4, … */
  readonly scale: number;
}

/** A picture and its halvings, each made when it is first needed. */
export interface Pyramid {
  readonly image: RgbImage;
  /** The level to sample when one target pixel covers `step` picture pixels: bilinear samples of it miss nothing. */
  levelFor(step: number): Level;
}

export function createPyramid(image: RgbImage): Pyramid {
  const levels = [image];
  return {
    image,
    levelFor: (step) => {
      // A quarter of an octave too coarse is not visible, while one level too fine is twice the work.
      const index = Math.max(0, Math.floor(Math.log2(step) + 0.25));
      while (levels.length <= index) levels.push(halve(levels.at(-1) ?? image));
      return { image: levels[index] ?? image, scale: 2 ** -index };
    },
  };
}

/** Means of 2x2 blocks; an odd last column or row is dropped. */
function halve({ data, width, height }: RgbImage): RgbImage {
  const halfWidth = Math.max(1, width >> 1);
  const halfHeight = Math.max(1, height >> 1);
  const right = width > 1 ? 3 : 0;
  const below = height > 1 ? width * 3 : 0;
  const half = new Uint8Array(halfWidth * halfHeight * 3);
  let to = 0;
  for (let y = 0; y < halfHeight; y += 1) {
    let from = y * 2 * width * 3;
    for (let x = 0; x < halfWidth; x += 1, from += 6) {
      for (let channel = 0; channel < 3; channel += 1, to += 1) {
        const a = from + channel;
        const upper = (data[a] as number) + (data[a + right] as number);
        half[to] = (upper + (data[a + below] as number) + (data[a + below + right] as number) + 2) >> 2;
      }
    }
  }
  return { data: half, width: halfWidth, height: halfHeight };
}
