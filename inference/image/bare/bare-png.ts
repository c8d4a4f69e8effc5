const signatureBytes = 8;
/** Length, name and checksum of a chunk. */
const frameBytes = 12;

/** Pixels, and what says how they are to be shown. */
const needed: readonly string[] = [
  "IHDR",
  "PLTE",
  "tRNS",
  "IDAT",
  "IEND",
  "gAMA",
  "cHRM",
  "sRGB",
  "sBIT",
  "bKGD",
  "pHYs",
];

/** Whether a complete PNG holds one picture and nothing else: no text, time, Exif or profile, no further frames, nothing behind it. */
export function isBarePng(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = signatureBytes;
  while (at + frameBytes <= bytes.length) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!needed.includes(name)) return false;
    at += frameBytes + view.getUint32(at);
    if (name === "IEND") return at === bytes.length;
  }
  return false;
}
