import { InferenceError } from "@/inference/inference-error";

/** Bounds of one decode, checked on the header before any pixel is unpacked. */
export interface DecodeLimits {
  /** Largest width × height. */
  readonly pixelsMax: number;
  /** Largest width and largest height, in pixels. */
  readonly sideMax: number;
  /** Time for unpacking; libvips counts whole seconds, so it is rounded up to the next one. */
  readonly timeoutMs: number;
}

/** Throws `image_unreadable` for an empty picture and `image_too_many_pixels` for one beyond the limits. */
export function checkSize(width: number, height: number, limits: DecodeLimits): void {
  if (!(width > 0 && height > 0)) throw new InferenceError("image_unreadable", "The image has no pixels.");
  if (width <= limits.sideMax && height <= limits.sideMax && width * height <= limits.pixelsMax) return;
  throw new InferenceError(
    "image_too_many_pixels",
    `The image has ${width}x${height} pixels; at most ${limits.pixelsMax} pixels and ${limits.sideMax} a side are taken.`,
  );
}
