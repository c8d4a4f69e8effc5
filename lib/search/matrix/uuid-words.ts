/** A UUID takes this many 32-bit words. */
export const uuidWords = 4;
const hexDigits = 8;

/** Writes the 128 bits of a UUID, in any case of its letters, to `words` from `offset`. */
export function writeUuid(words: Uint32Array, offset: number, uuid: string): void {
  const hex = uuid.replaceAll("-", "");
  for (let word = 0; word < uuidWords; word += 1) {
    words[offset + word] = Number.parseInt(hex.slice(word * hexDigits, (word + 1) * hexDigits), 16);
  }
}

/** The UUID at `offset`, in lower case. */
export function readUuid(words: Uint32Array, offset: number): string {
  const parts = words.subarray(offset, offset + uuidWords);
  const hex = Array.from(parts, (word) => word.toString(16).padStart(hexDigits, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Order of the UUIDs at two places, which is that of their texts in lower case: negative when the first is smaller. */
export function compareUuids(words: Uint32Array, one: number, other: number): number {
  for (let word = 0; word < uuidWords; word += 1) {
    const difference = (words[one + word] ?? 0) - (words[other + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
