/** A UUID takes this many 32-bit words. */
export const uuidWords = 4;
const hexDigits = 8;
const dash = 45;
const nine = 57;
/** Makes an upper-case letter lower case, and leaves those. */
const lowerCaseBit = 32;
/** From the code of `a` to 10. */
const letterOffset = 87;
const digitOffset = 48;

/** Writes the 128 bits of a UUID, in any case of its letters, to `words` from `offset`. */
export function writeUuid(words: Uint32Array, offset: number, uuid: string): void {
  let word = 0;
  let digits = 0;
  // Digit by digit: cutting and parsing texts takes several times as long, for each face at each start.
  for (let index = 0; index < uuid.length; index += 1) {
    const code = uuid.charCodeAt(index);
    if (code === dash) continue;
    word = (word << 4) | (code <= nine ? code - digitOffset : (code | lowerCaseBit) - letterOffset);
    digits += 1;
    if (digits % hexDigits === 0) words[offset + digits / hexDigits - 1] = word;
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
