const sidePx = 112;
const headerBytes = 54;

/** Bytes of an aligned face as `/alignedfaces` gives it, without its base64. */
const rawFaceBytes = sidePx * sidePx * 3;

/**
 * Lets a client send back what it got: the bare pixels become a bitmap (BITMAPINFOHEADER of 24 bits, rows from the top).
 * Any other file is handed on.
 */
export function toPictureFile(bytes: Uint8Array): Uint8Array {
  if (bytes.length !== rawFaceBytes) return bytes;
  const file = Buffer.alloc(headerBytes + rawFaceBytes);
  file.write("BM");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(headerBytes, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(sidePx, 18);
  // Negative: the first row is the upper one.
  file.writeInt32LE(-sidePx, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  file.writeUInt32LE(rawFaceBytes, 34);
  for (let at = 0; at < rawFaceBytes; at += 3) {
    file[headerBytes + at] = bytes[at + 2] as number;
    file[headerBytes + at + 1] = bytes[at + 1] as number;
    file[headerBytes + at + 2] = bytes[at] as number;
  }
  return new Uint8Array(file);
}
