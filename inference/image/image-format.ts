import { type Alternatives, ascii, matchesAny, octets } from "./signature";

/** The formats the decoder accepts. The name a client gave the file never matters, only its first bytes. */
export type ImageFormat = "jpeg" | "png" | "webp" | "gif" | "bmp" | "ico" | "tiff";

const signatures = {
  jpeg: [[octets(0xff, 0xd8, 0xff)]],
  png: [[octets(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)]],
  webp: [[ascii("RIFF"), ascii("WEBP", 8)]],
  gif: [[ascii("GIF87a")], [ascii("GIF89a")]],
  // "BM" alone would claim any text that begins so; the upper bytes of the DIB header size are always zero.
  bmp: [[ascii("BM"), ascii("\0\0\0", 15)]],
  ico: [[octets(0, 0, 1, 0)]],
  tiff: [[ascii("II*\0")], [ascii("MM\0*")], [ascii("II+\0")], [ascii("MM\0+")]],
} satisfies Record<ImageFormat, Alternatives>;

/** Recognises a format by content; `undefined` for everything the decoder does not take. */
export function sniffImageFormat(bytes: Uint8Array): ImageFormat | undefined {
  const formats = Object.keys(signatures) as ImageFormat[];
  return formats.find((format) => matchesAny(bytes, signatures[format]));
}
