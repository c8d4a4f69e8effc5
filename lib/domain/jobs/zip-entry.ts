import { type Entry, getFileNameLowLevel, validateFileName } from "yauzl";

/** One file of an archive. */
export interface ZipEntry {
  /** As it stands in the archive, with slashes and without folders that are a dot; never a path to open. */
  readonly name: string;
  /** Unpacked, as the archive says; reading stops where there is more. */
  readonly bytes: number;
  /** Why it cannot be read; absent where it can be tried. */
  readonly problem?: string;
  readonly entry: Entry;
}

const symbolicLink = 0o120000;
const fileKind = 0o170000;
const madeOnUnix = 3;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Some programs write UTF-8 without saying so; what is no UTF-8 is in the code page of the format's first years. */
function decodeName({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  try {
    return utf8.decode(fileNameRaw);
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  }
}

function problemOf(entry: Entry, name: string): string | undefined {
  if (validateFileName(name) !== null) return "Its name leads out of the archive.";
  const isUnix = entry.versionMadeBy >> 8 === madeOnUnix;
  if (isUnix && ((entry.externalFileAttributes >>> 16) & fileKind) === symbolicLink) return "It is a link, not a file.";
  if (entry.isEncrypted()) return "It is encrypted.";
  return entry.canDecodeFileData() ? undefined : "It is compressed in a way that is not supported.";
}

/** Some programs write `./` for the folder where they began; that one itself stays a folder. */
const withoutDots = (name: string): string => name.replaceAll(/(^|\/)(?:\.\/)+/g, "$1") || "/";

/** An entry of the central directory. */
export function zipEntryOf(entry: Entry): ZipEntry {
  const name = withoutDots(decodeName(entry).replaceAll("\\", "/"));
  const problem = problemOf(entry, name);
  return { name, bytes: entry.uncompressedSize, entry, ...(problem !== undefined && { problem }) };
}
