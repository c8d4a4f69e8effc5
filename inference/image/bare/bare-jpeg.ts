const marker = { end: 0xd9, scan: 0xda, application0: 0xe0, adobe: 0xee } as const;
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf;
const isTable = (code: number) => code === 0xdb || code === 0xdd;
const isRestart = (code: number) => code >= 0xd0 && code <= 0xd7;

const jfifBytes = 16;
const adobeBytes = 14;

/** Whether a complete JPEG holds one picture and nothing else: no Exif, profile or comment, no thumbnail, nothing behind it. */
export function isBareJpeg(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const code = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (!isNeeded(view, at, code, length)) return false;
    at += 2 + length;
    if (code === marker.scan) at = endOfScan(bytes, at);
  }
  return at + 2 === bytes.length && bytes[at] === 0xff && bytes[at + 1] === marker.end;
}

function isNeeded(view: DataView, at: number, code: number, length: number): boolean {
  if (length < 2 || at + 2 + length > view.byteLength) return false;
  if (code === marker.application0) return isPlainJfif(view, at, length);
  // Says how colours are stored; a reader that does not know shows them wrong.
  if (code === marker.adobe) return length === adobeBytes;
  return isFrame(code) || isTable(code) || code === marker.scan;
}

/** "JFIF" without a thumbnail. */
function isPlainJfif(view: DataView, at: number, length: number): boolean {
  return length === jfifBytes && view.getUint32(at + 4) === 0x4a464946 && view.getUint16(at + 16) === 0;
}

/** Where the next marker stands behind compressed data. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const code = bytes[at + 1] ?? marker.end;
    if (code !== 0 && !isRestart(code)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}
