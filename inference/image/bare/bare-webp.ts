const headerBytes = 12;
/** Name and length of a chunk. */
const frameBytes = 8;

const needed: readonly string[] = ["VP8 ", "VP8L", "VP8X", "ALPH"];

/** Whether a complete WebP holds one picture and nothing else: no Exif, XMP or profile, no further frames, nothing behind it. */
export function isBareWebp(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = headerBytes;
  while (at + frameBytes <= bytes.length) {
    if (!needed.includes(String.fromCharCode(...bytes.subarray(at, at + 4)))) return false;
    const length = view.getUint32(at + 4, true);
    at += frameBytes + length + (length % 2);
  }
  return at === bytes.length && view.getUint32(4, true) === bytes.length - frameBytes;
}
