import { type Rect, sideOf } from "@/inference/detect/candidate";

/** Area of the largest other face relative to this one's, 0..1 (1 = as large or larger). */
export function rivalShareOf(box: Rect, all: readonly { readonly box: Rect }[]): number {
  const others = all.filter((face) => face.box !== box).map((face) => sideOf(face.box));
  return Math.min(1, Math.max(0, ...others) / sideOf(box)) ** 2;
}
