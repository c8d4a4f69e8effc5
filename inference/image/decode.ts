import { InferenceError } from "@/inference/inference-error";
import { decodeBmp } from "./decode-bmp";
import { decodeIco } from "./decode-ico";
import type { DecodeLimits } from "./decode-limits";
import { decodeWithSharp } from "./decode-with-sharp";
import { nameForeignFormat } from "./foreign-format";
import { type ImageFormat, sniffImageFormat } from "./image-format";
import type { RgbImage } from "./rgb-image";

type Decoder = (bytes: Uint8Array, limits: DecodeLimits) => RgbImage | Promise<RgbImage>;

const decoders = {
  jpeg: decodeWithSharp,
  png: decodeWithSharp,
  webp: decodeWithSharp,
  gif: decodeWithSharp,
  tiff: decodeWithSharp,
  bmp: decodeBmp,
  ico: decodeIco,
} satisfies Record<ImageFormat, Decoder>;

/**
 * The only door from bytes to pixels. The format is found by content; the result is upright, 8-bit sRGB, one frame,
 * transparency laid on white.
 *
 * @throws InferenceError `image_unsupported` (another format, samples without a defined white),
 *   `image_unreadable` (damaged, cut short, empty), `image_too_many_pixels`, `timeout`; nothing else for any bytes
 */
export async function decodeImage(bytes: Uint8Array, limits: DecodeLimits): Promise<RgbImage> {
  if (bytes.length === 0) throw new InferenceError("image_unreadable", "The image is empty.");
  const format = sniffImageFormat(bytes);
  if (format === undefined) throw refuseFormat(bytes);
  try {
    return await decoders[format](bytes, limits);
  } catch (error) {
    if (error instanceof InferenceError) throw error;
    throw new InferenceError("image_unreadable", "The image is damaged or incomplete.", { cause: error });
  }
}

function refuseFormat(bytes: Uint8Array): InferenceError {
  const name = nameForeignFormat(bytes);
  const found = name === undefined ? "The file is no image of a known format" : `The file is ${name}`;
  return new InferenceError("image_unsupported", `${found}; send ${Object.keys(decoders).join(", ")}.`);
}
