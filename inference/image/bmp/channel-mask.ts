import { InferenceError } from "@/inference/inference-error";

/** How to lift one channel out of a 16- or 32-bit pixel: `((pixel & mask) >>> shift) * scale` is 0..255. */
export interface ChannelMask {
  readonly mask: number;
  readonly shift: number;
  readonly scale: number;
}

/** @throws InferenceError `image_unreadable` when the bits of the mask are not neighbours */
export function toChannelMask(mask: number): ChannelMask {
  if (mask === 0) return { mask: 0, shift: 0, scale: 0 };
  const shift = 31 - Math.clz32(mask & -mask);
  const valueMax = mask >>> shift;
  if ((valueMax & (valueMax + 1)) !== 0) {
    throw new InferenceError("image_unreadable", "The colour masks of the bitmap have gaps.");
  }
  return { mask, shift, scale: 255 / valueMax };
}
