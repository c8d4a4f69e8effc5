import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { AlcheraError } from "./errors";

const framesCount = 4;
/** Folders and what some systems add to archives come on top of the pictures; beyond this nobody reads on. */
const entriesMax = 32;
const frameName = /^([1-4])\.(?:png|jpe?g)$/i;
/** Of what the pictures take together once they are unpacked. */
const framesBytesMax = 20 * 1024 * 1024;
const [fileTypeMask, regularFile] = [0o170000, 0o100000];

const cannotUnzip = (cause?: unknown) => new AlcheraError("invalid_request", "INF-22", { cause });

/**
 * The four pictures of a zip file in the order of their numbers. Every size is bounded before anything is unpacked.
 *
 * @param frameBytesMax largest picture
 * @throws AlcheraError INF-24 for another count of files, INF-23 for names that are not 1 to 4 with `png`, `jpg` or
 *   `jpeg` and for what is no plain file, INF-22 for what cannot be unpacked: no zip, encrypted, damaged, too large
 */
export async function readFrames(bytes: Uint8Array, frameBytesMax: number): Promise<Uint8Array[]> {
  const archive = await openArchive(bytes);
  const entries = await listFiles(archive);
  if (entries.length !== framesCount) throw new AlcheraError("invalid_request", "INF-24");
  const frames = inOrder(entries);
  const total = frames.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const largest = Math.max(...frames.map(({ uncompressedSize }) => uncompressedSize));
  if (largest > frameBytesMax || total > framesBytesMax) throw cannotUnzip();
  const pictures: Uint8Array[] = [];
  for (const entry of frames) pictures.push(await unpack(archive, entry));
  return pictures;
}

async function openArchive({ buffer, byteOffset, length }: Uint8Array): Promise<ZipFile> {
  try {
    // Names are read from their bytes: a name to open a file with is none of them.
    return await fromBufferPromise(Buffer.from(buffer, byteOffset, length), { decodeStrings: false });
  } catch (cause) {
    throw cannotUnzip(cause);
  }
}

const nameOf = ({ fileNameRaw }: Entry) => fileNameRaw.toString("latin1");

async function listFiles(archive: ZipFile): Promise<Entry[]> {
  if (archive.entryCount > entriesMax) throw new AlcheraError("invalid_request", "INF-24");
  const files: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      const name = nameOf(entry);
      if (!name.endsWith("/") && !name.startsWith("__MACOSX/")) files.push(entry);
    }
  } catch (cause) {
    throw cannotUnzip(cause);
  }
  return files;
}

function inOrder(entries: readonly Entry[]): Entry[] {
  const frames = new Map<string, Entry>();
  for (const entry of entries) {
    const number = frameName.exec(nameOf(entry))?.[1];
    if (number !== undefined && isPlainFile(entry)) frames.set(number, entry);
  }
  if (frames.size !== framesCount) throw new AlcheraError("invalid_request", "INF-23");
  return [...frames].sort(([a], [b]) => a.localeCompare(b)).map(([, entry]) => entry);
}

/** Archives of Unix tell the kind of a file, others leave it zero. A link would be unpacked as the path it points to. */
function isPlainFile({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & fileTypeMask;
  return type === 0 || type === regularFile;
}

/** The stream breaks off at the first byte beyond the size that the archive tells. */
async function unpack(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  if (entry.isEncrypted() || !entry.canDecodeFileData()) throw cannotUnzip();
  const bytes = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
  } catch (cause) {
    throw cannotUnzip(cause);
  }
  if (at !== bytes.length || crc32(bytes) !== entry.crc32) throw cannotUnzip();
  return bytes;
}
