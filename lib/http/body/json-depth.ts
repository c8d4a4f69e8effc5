const quote = 0x22;
const backslash = 0x5c;
const opening: readonly number[] = [0x5b, 0x7b];
const closing: readonly number[] = [0x5d, 0x7d];

/**
 * Deepest nesting of arrays and objects in JSON text, counted without building anything; strings are leapt over.
 * For text that is not JSON the number means nothing.
 */
export function measureJsonDepth(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte === quote) at = endOfString(bytes, at);
    else if (opening.includes(byte)) deepest = Math.max(deepest, ++depth);
    else if (closing.includes(byte)) depth--;
  }
  return deepest;
}

function endOfString(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(quote, start + 1); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    let first = at;
    while (bytes[first - 1] === backslash) first--;
    if ((at - first) % 2 === 0) return at;
  }
  return bytes.length;
}
