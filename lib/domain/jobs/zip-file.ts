import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { openPromise, type ZipFile } from "yauzl";
import { AppError } from "@/lib/errors/app-error";
import { type ZipEntry, zipEntryOf } from "./zip-entry";

/** What an archive may hold; one that is meant well stays far below. */
interface ZipLimits {
  readonly entriesMax: number;
  /** Unpacked, all together. */
  readonly bytesMax: number;
}

const localHeaderBytes = 30;

const refused = (detail: string, cause?: unknown) => new AppError("invalid_request", detail, { cause });

/** An archive whose entries can be read in any order. Nothing of it is ever unpacked to the disk. */
export interface ZipArchive {
  /** Files only, in the order of the archive's directory. */
  readonly entries: readonly ZipEntry[];
  /** Unpacked while it is read. Errs for one that is damaged or longer than it says. */
  stream(entry: ZipEntry): Promise<Readable>;
  close(): void;
}

/** @throws AppError `invalid_request` for what is no archive, holds too much, or whose entries share bytes */
export async function openZip(file: string, limits: ZipLimits): Promise<ZipArchive> {
  const zip = await openPromise(file, { autoClose: false, decodeStrings: false }).catch((cause: unknown) => {
    throw refused("The file is no zip archive, or a damaged one.", cause);
  });
  try {
    const entries = await readDirectory(zip, limits);
    refuseOverlaps(entries);
    const files = entries.filter(({ name }) => !name.endsWith("/"));
    return { entries: files, stream: ({ entry }) => zip.openReadStreamPromise(entry), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readDirectory(zip: ZipFile, { entriesMax, bytesMax }: ZipLimits): Promise<ZipEntry[]> {
  if (zip.entryCount > entriesMax) throw refused(`The archive holds more than ${entriesMax} entries.`);
  const entries: ZipEntry[] = [];
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push(zipEntryOf(entry));
      bytes += entry.uncompressedSize;
      if (bytes > bytesMax) break;
    }
  } catch (cause) {
    throw refused("The directory of the zip archive is damaged.", cause);
  }
  if (bytes > bytesMax) throw refused(`The archive holds more than ${bytesMax} bytes when it is unpacked.`);
  return entries;
}

/** Entries that share bytes are how a small archive unpacks to a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const spans = entries
    .map(({ entry }) => {
      const start = entry.relativeOffsetOfLocalHeader;
      return { start, end: start + localHeaderBytes + entry.fileNameLength + entry.compressedSize };
    })
    .sort((a, b) => a.start - b.start);
  const overlaps = spans.some(({ start }, at) => at > 0 && start < (spans[at - 1]?.end ?? 0));
  if (overlaps) throw refused("Entries of the zip archive overlap.");
}

const damaged = (cause?: unknown) => new AppError("image_unreadable", "It is damaged.", { cause });

/**
 * Unpacks one entry in memory.
 *
 * @throws AppError `file_too_large` above `bytesMax`, `image_unreadable` when it is damaged or its checksum is wrong
 */
export async function readEntry(zip: ZipArchive, entry: ZipEntry, bytesMax: number): Promise<Uint8Array> {
  if (entry.problem !== undefined) throw new AppError("invalid_request", entry.problem);
  if (entry.bytes > bytesMax) throw new AppError("file_too_large", `It is larger than ${bytesMax} bytes.`);
  const bytes = Buffer.alloc(entry.bytes);
  let [length, checksum] = [0, 0];
  try {
    for await (const chunk of await zip.stream(entry)) {
      const piece = chunk as Buffer;
      // The library ends what is longer than announced before this could write beyond the end.
      piece.copy(bytes, length);
      checksum = crc32(piece, checksum);
      length += piece.length;
    }
  } catch (cause) {
    throw damaged(cause);
  }
  if (length !== entry.bytes || checksum !== entry.entry.crc32) throw damaged();
  return bytes;
}
