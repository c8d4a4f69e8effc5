import { InferenceError } from "@/inference/inference-error";
import { checkSize, type DecodeLimits } from "./decode-limits";
import { restrictedSharp } from "./restricted-sharp";
import type { RgbImage } from "./rgb-image";

/** Sample types with a defined white. Float and 32-bit samples have none: scaled by a guess they come out black. */
const depthsWithWhite: readonly string[] = ["uchar", "ushort"];

/** People see cut-outs on a white page, and studio and document photos have light backgrounds. */
const background = "#ffffff";

/**
 * Unpacks JPEG, PNG, WebP, GIF or TIFF into upright 8-bit sRGB: first frame or page, orientation applied,
 * transparency laid on white, colour profiles converted.
 *
 * @throws InferenceError for any bytes that are not a complete picture within the limits
 */
export async function decodeWithSharp(bytes: Uint8Array, limits: DecodeLimits): Promise<RgbImage> {
  try {
    await checkHeader(bytes, limits);
    return await unpack(bytes, limits);
  } catch (error) {
    throw error instanceof InferenceError ? error : explain(error);
  }
}

async function checkHeader(bytes: Uint8Array, limits: DecodeLimits): Promise<void> {
  const header = await restrictedSharp(bytes, { limitInputPixels: false, failOn: "warning" }).metadata();
  checkSize(header.width, header.height, limits);
  if (!depthsWithWhite.includes(header.depth)) {
    throw new InferenceError(
      "image_unsupported",
      `Images with ${header.depth} samples are not taken, only 8 and 16 bit.`,
    );
  }
}

/** `failOn: "warning"` also refuses a JPEG whose header announces more rows than there is data for. */
async function unpack(bytes: Uint8Array, limits: DecodeLimits): Promise<RgbImage> {
  const { data, info } = await restrictedSharp(bytes, {
    limitInputPixels: limits.pixelsMax,
    failOn: "warning",
    sequentialRead: true,
  })
    .timeout({ seconds: Math.max(1, Math.ceil(limits.timeoutMs / 1000)) })
    .autoOrient()
    .flatten({ background })
    .toColourspace("srgb")
    .removeAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3)
    throw new InferenceError("image_unsupported", `The image has ${info.channels} colour channels.`);
  return { data: new Uint8Array(data.buffer, data.byteOffset, data.length), width: info.width, height: info.height };
}

/** libvips gives no codes, only texts; the one that needs telling apart begins with "timeout". */
function explain(cause: unknown): InferenceError {
  const isTimeout = cause instanceof Error && cause.message.startsWith("timeout");
  if (isTimeout) return new InferenceError("timeout", "The image took too long to decode.", { cause });
  return new InferenceError("image_unreadable", "The image is damaged or incomplete.", { cause });
}
