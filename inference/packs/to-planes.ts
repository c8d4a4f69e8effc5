import type { RgbImage } from "@/inference/image/rgb-image";
import type { FloatTensor } from "@/inference/runtime/ort";

/** How a network wants a picture's bytes: `(byte - mean) / divisor`, channel by channel. */
export interface PlaneFormat {
  readonly mean: number;
  readonly divisor: number;
  readonly order: "rgb" | "bgr";
}

/** A picture as `[1, 3, height, width]`. */
export function toPlanes({ data, width, height }: RgbImage, { mean, divisor, order }: PlaneFormat): FloatTensor {
  const pixels = width * height;
  const planes = new Float32Array(3 * pixels);
  for (let channel = 0; channel < 3; channel++) {
    const from = order === "rgb" ? channel : 2 - channel;
    for (let i = 0; i < pixels; i++) {
      planes[channel * pixels + i] = ((data[i * 3 + from] as number) - mean) / divisor;
    }
  }
  return { data: planes, dims: [1, 3, height, width] };
}
