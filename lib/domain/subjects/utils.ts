export const nameCharactersMax = 255;

/**
 * Whether callers of every wire can name a subject so: a path with a segment of dots would be another path, and neither
 * blanks alone nor control characters can be told from a mistake.
 */
export function isCallable(name: string): boolean {
  return name.trim() !== "" && name !== "." && name !== ".." && !/\p{Cc}/u.test(name);
}

/**
 * The form in which a name is stored and looked up: Unicode NFC, so that one name typed on two systems is one subject.
 * Null for what cannot be a name: nothing, more than 255 characters, a zero character, half a surrogate pair.
 */
export function readSubjectName(text: string): string | null {
  const name = text.normalize("NFC");
  // What a subject can be called is for each wire to say; this is what the database can keep.
  const isStorable = !name.includes("\0") && !/\p{Surrogate}/u.test(name);
  const characters = [...name].length;
  return isStorable && characters > 0 && characters <= nameCharactersMax ? name : null;
}
