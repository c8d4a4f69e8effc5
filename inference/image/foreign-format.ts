import { type Alternatives, ascii, matchesAny, octets } from "./signature";

/** Well-known formats that are refused. */
const foreignFormats: readonly (readonly [name: string, alternatives: Alternatives])[] = [
  ["AVIF", [[ascii("ftypavif", 4)], [ascii("ftypavis", 4)]]],
  ["HEIC", [[ascii("ftyphei", 4)], [ascii("ftyphev", 4)], [ascii("ftypmif1", 4)], [ascii("ftypmsf1", 4)]]],
  ["JPEG XL", [[octets(0xff, 0x0a)], [octets(0, 0, 0, 12), ascii("JXL ", 4)]]],
  ["JPEG 2000", [[octets(0xff, 0x4f, 0xff, 0x51)], [octets(0, 0, 0, 12), ascii("jP  ", 4)]]],
  ["PDF", [[ascii("%PDF-")]]],
  ["a Photoshop document", [[ascii("8BPS")]]],
  ["a ZIP archive", [[ascii("PK"), { at: 2, bytes: [3, 4] }]]],
];

/** SVG, HTML and the like: an angle bracket behind at most a byte order mark and blanks. */
const markup = /^(?:\u00ef\u00bb\u00bf)?\s*</;

/** Names a refused format, so that the error can say "this is HEIC"; `undefined` when it is none of the known ones. */
export function nameForeignFormat(bytes: Uint8Array): string | undefined {
  const known = foreignFormats.find(([, alternatives]) => matchesAny(bytes, alternatives))?.[0];
  if (known !== undefined) return known;
  return markup.test(String.fromCharCode(...bytes.subarray(0, 64))) ? "SVG, HTML or XML" : undefined;
}
