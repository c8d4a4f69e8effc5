import { readFile, stat } from "node:fs/promises";
import {
  archivedFace,
  archivedSubject,
  archiveManifest,
  archiveParts,
  archiveVersion,
} from "@/lib/domain/exports/schema";
import { AppError } from "@/lib/errors/app-error";
import { importLimits } from "./import-limits";
import { type ImportItem, picturesOf, planByFolder, planByTable } from "./import-plan";
import { readJsonLines } from "./json-lines";
import { readSubjectTable } from "./subject-table";
import type { ZipEntry } from "./zip-entry";
import { openZip, readEntry, type ZipArchive } from "./zip-file";

export interface ImportFiles {
  readonly zip: string;
  /** May not be there. */
  readonly table: string;
}

/** An archive with what it holds to add. */
export interface OpenImport {
  readonly zip: ZipArchive;
  readonly total: number;
  readonly items: () => AsyncIterable<ImportItem>;
  /** Names of subjects that are made even if they have no faces. */
  readonly subjects: () => AsyncIterable<string>;
}

const tableName = "subjects.csv";
const manifestBytesMax = 1024 * 1024;

/** @throws AppError `invalid_request` for files of which nothing can be imported */
export async function openImport(files: ImportFiles): Promise<OpenImport> {
  const zip = await openZip(files.zip, importLimits().zip);
  try {
    const part = (name: string) => zip.entries.find((entry) => entry.name === name);
    const manifest = part(archiveParts.manifest);
    if (manifest !== undefined) return await openCollection(zip, manifest);
    const table = await readTable(files.table, zip, part(tableName));
    const pictures = picturesOf(zip.entries).filter(({ name }) => table === null || name !== tableName);
    const items = table === null ? planByFolder(pictures) : planByTable(readSubjectTable(table), pictures);
    if (items.length === 0) throw new AppError("invalid_request", "The archive holds no files.");
    return { zip, total: items.length, items: () => each(items), subjects: () => each([]) };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

async function readTable(file: string, zip: ZipArchive, entry: ZipEntry | undefined): Promise<string | null> {
  const { tableBytesMax } = importLimits();
  const size = await stat(file).then(
    ({ size: bytes }) => bytes,
    () => null,
  );
  if (size === null) return entry === undefined ? null : decode(await readEntry(zip, entry, tableBytesMax));
  if (size > tableBytesMax) throw new AppError("file_too_large", `The table is larger than ${tableBytesMax} bytes.`);
  return decode(await readFile(file));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError("invalid_request", "The table is not in UTF-8.", { cause });
  }
}

const unknownFormat = () => new AppError("invalid_request", "The archive's manifest.json is not that of a collection.");

function parseManifest(text: string) {
  try {
    return archiveManifest.parse(JSON.parse(text));
  } catch {
    throw unknownFormat();
  }
}

/** An exported collection. */
async function openCollection(zip: ZipArchive, manifest: ZipEntry): Promise<OpenImport> {
  const { version } = parseManifest(decode(await readEntry(zip, manifest, manifestBytesMax)));
  if (version > archiveVersion) {
    throw new AppError("invalid_request", `The archive is of version ${version}; this server reads ${archiveVersion}.`);
  }
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const items = () => faceItems(zip, byName);
  let total = 0;
  for await (const _ of items()) total += 1;
  return { zip, total, items, subjects: () => subjectNames(zip, byName) };
}

function requirePart(byName: ReadonlyMap<string, ZipEntry>, name: string): ZipEntry {
  const entry = byName.get(name);
  if (entry === undefined || entry.problem !== undefined) {
    throw new AppError("invalid_request", `The archive's part ${name} is missing.`);
  }
  return entry;
}

async function* faceItems(zip: ZipArchive, byName: ReadonlyMap<string, ZipEntry>): AsyncGenerator<ImportItem> {
  let position = 0;
  const entryOf = (name: string | null) => (name === null ? undefined : byName.get(name));
  for await (const face of readJsonLines(await zip.stream(requirePart(byName, archiveParts.faces)), archivedFace)) {
    const fileName = face?.image ?? `${archiveParts.faces}:${position + 1}`;
    if (face === null) {
      const problem = "The line does not describe a face.";
      yield { position, fileName, subject: "", kind: "refused", problem };
    } else {
      const [image, thumbnail] = [entryOf(face.image), entryOf(face.thumbnail)];
      const pictures = { ...(image && { image }), ...(thumbnail && { thumbnail }) };
      yield { position, fileName, subject: face.subject, kind: "face", face, ...pictures };
    }
    position += 1;
  }
}

async function* subjectNames(zip: ZipArchive, byName: ReadonlyMap<string, ZipEntry>): AsyncGenerator<string> {
  const stream = await zip.stream(requirePart(byName, archiveParts.subjects));
  for await (const subject of readJsonLines(stream, archivedSubject)) if (subject !== null) yield subject.name;
}
