import type { ArchivedFace } from "@/lib/domain/exports/schema";
import type { TableRow } from "./subject-table";
import type { ZipEntry } from "./zip-entry";

interface ItemBase {
  /** From 0; the same whenever the same files are looked at. */
  readonly position: number;
  readonly fileName: string;
  /** Empty where none could be told. */
  readonly subject: string;
}

/** One face to add. */
export type ImportItem = ItemBase &
  (
    | { readonly kind: "refused"; readonly problem: string }
    | { readonly kind: "picture"; readonly entry: ZipEntry }
    | { readonly kind: "face"; readonly face: ArchivedFace; readonly image?: ZipEntry; readonly thumbnail?: ZipEntry }
  );

// What file managers leave in folders.
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._)/i;

/** The files that are meant as pictures. */
export const picturesOf = (entries: readonly ZipEntry[]) => entries.filter(({ name }) => !litter.test(name));

/** Pictures in folders: whose folder a picture lies in directly, that is who it shows. */
export function planByFolder(entries: readonly ZipEntry[]): ImportItem[] {
  return entries.map((entry, position) => {
    const subject = entry.name.split("/").at(-2)?.trim() ?? "";
    const base = { position, fileName: entry.name, subject };
    if (entry.problem !== undefined) return { ...base, kind: "refused", problem: entry.problem };
    if (subject === "") return { ...base, kind: "refused", problem: "It lies in no folder with a subject's name." };
    return { ...base, kind: "picture", entry };
  });
}

/** Pictures named by a table, in its order, and then those that it does not name. */
export function planByTable(rows: readonly TableRow[], entries: readonly ZipEntry[]): ImportItem[] {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const named = new Set(rows.map(({ fileName }) => fileName));
  const listed = rows.map((row, position): ImportItem => {
    const entry = byName.get(row.fileName);
    const problem = entry === undefined ? "It is not in the archive." : entry.problem;
    if (entry === undefined || problem !== undefined) {
      return { ...row, position, kind: "refused", problem: problem ?? "" };
    }
    return { ...row, position, kind: "picture", entry };
  });
  const others = entries.filter(({ name }) => !named.has(name));
  const unlisted = others.map(({ name }, at): ImportItem => {
    const problem = "The table does not name it.";
    return { position: rows.length + at, fileName: name, subject: "", kind: "refused", problem };
  });
  return [...listed, ...unlisted];
}
