import type { Messages } from "./message-types";
import { splitTemplate } from "./translate";

type Said = Messages["said"];

const escapePattern = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** What stands in the places of a template for it to be this text, or null when it is another text. */
function matchTemplate(template: string, text: string): Readonly<Record<string, string>> | null {
  const pattern = splitTemplate(template)
    .map((piece, position) => (position % 2 === 0 ? escapePattern(piece) : `(?<${piece}>.+)`))
    .join("");
  const match = new RegExp(`^${pattern}$`, "su").exec(text);
  return match === null ? null : { ...match.groups };
}

const literalLength = (template: string) =>
  splitTemplate(template)
    .filter((_, position) => position % 2 === 0)
    .join("").length;

interface SaidTexts {
  /** The texts as servers and schemas say them. */
  readonly heard: Said;
  /** The same in the reader's language. */
  readonly said: Said;
}

/**
 * What the server or a schema said in English, in the reader's language; null when the text is not known. Of several
 * templates the one with the most words of its own counts: the others are less precise.
 */
export function translateSaid({ heard, said }: SaidTexts, text: string): string | null {
  const names = (Object.keys(heard) as (keyof Said)[]).sort(
    (left, right) => literalLength(heard[right]) - literalLength(heard[left]),
  );
  for (const name of names) {
    const values = matchTemplate(heard[name], text);
    if (values === null) continue;
    return splitTemplate(said[name])
      .map((piece, position) => (position % 2 === 0 ? piece : (values[piece] ?? "")))
      .join("");
  }
  return null;
}
