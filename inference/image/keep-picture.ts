import type { KeepablePicture } from "@/inference/pipeline/analysis";
import { isBareJpeg } from "./bare/bare-jpeg";
import { isBarePng } from "./bare/bare-png";
import { isBareWebp } from "./bare/bare-webp";
import { type ImageFormat, sniffImageFormat } from "./image-format";
import { restrictedSharp } from "./restricted-sharp";
import type { RgbImage } from "./rgb-image";

type Kept = Pick<KeepablePicture, "bytes" | "mediaType">;

/** Colours at full resolution, since networks will look at the picture again. */
const jpegOptions = { quality: 92, chromaSubsampling: "4:4:4" } as const;

const toJpeg = async (image: RgbImage): Promise<Kept> => ({
  bytes: await rawPicture(image).jpeg(jpegOptions).toBuffer(),
  mediaType: "image/jpeg",
});

const toPng = async (image: RgbImage): Promise<Kept> => ({
  bytes: await rawPicture(image).png().toBuffer(),
  mediaType: "image/png",
});

interface Keeping {
  /** Under what type a file that is nothing but its picture is kept as it is, and how to tell; absent = never. */
  readonly bare?: readonly [mediaType: KeepablePicture["mediaType"], isBare: (bytes: Uint8Array) => boolean];
  /** For any other file. Formats without losses stay so, but a scan would be many times larger. */
  readonly encode: (image: RgbImage) => Promise<Kept>;
}

const keepings = {
  jpeg: { bare: ["image/jpeg", isBareJpeg], encode: toJpeg },
  png: { bare: ["image/png", isBarePng], encode: toPng },
  webp: { bare: ["image/webp", isBareWebp], encode: toJpeg },
  gif: { encode: toPng },
  bmp: { encode: toPng },
  ico: { encode: toPng },
  tiff: { encode: toJpeg },
} as const satisfies Record<ImageFormat, Keeping>;

/**
 * What may be kept of an uploaded picture: the file itself, byte for byte, when it holds nothing but an upright
 * picture; else the picture encoded anew, since what else a file says (place, time, device, a preview of what was cut
 * off) is nobody's to keep.
 *
 * @param bytes the file that `image` was decoded from
 */
export async function keepPicture(bytes: Uint8Array, image: RgbImage): Promise<Kept> {
  const format = sniffImageFormat(bytes);
  if (format === undefined) throw new Error("a picture is kept that was not decoded");
  const { bare, encode }: Keeping = keepings[format];
  // Without Exif there is no orientation either.
  if (bare?.[1](bytes)) return { bytes, mediaType: bare[0] };
  return encode(image);
}

/** The picture as an input of sharp, which for bare pixels opens no loader. */
export function rawPicture({ data, width, height }: RgbImage) {
  return restrictedSharp(data, { raw: { width, height, channels: 3 } });
}
