import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { InferenceError } from "@/inference/inference-error";
import { type PackId, type PublishedFile, packOf } from "@/inference/models/packs";
import { isIntact } from "@/inference/models/verify-models";
import { download } from "./download";
import type { FetchProgress } from "./fetch-progress";
import { packFolder } from "./find-pack";
import { beginPart, dropParts, finishPart, keepPart, namePart } from "./parts";

export interface FetchOptions {
  /** Folder or web address that has the files in place of their publishers. */
  readonly mirror?: string | null | undefined;
  /** Called as bytes arrive. */
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined;
  /** Ends a download; what came stays for the next one. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Gets the published files of a pack that are not in its folder yet. A download that broke off goes on where it ended;
 * a file counts only with the size and the checksum of the registry, and takes its name only then. Several may run at
 * once, in one process or in several that share the folder.
 *
 * @throws InferenceError `model_missing` when a file cannot be had, `model_corrupt` when another one comes; the reason
 * of `signal`
 */
export async function fetchPack(packsDir: string, id: PackId, options: FetchOptions = {}): Promise<void> {
  for (const { file, target } of publishedFiles(packsDir, id)) await fetchFile(file, target, options);
}

/** Whether no file of a pack has to be downloaded any more, by their checksums. */
export async function isPackFetched(packsDir: string, id: PackId): Promise<boolean> {
  for (const { file, target } of publishedFiles(packsDir, id)) if (!(await isIntact(target, file.sha256))) return false;
  return true;
}

function publishedFiles(packsDir: string, id: PackId) {
  const published = packOf(id).others?.published;
  if (!published) return [];
  const folder = packFolder(packsDir, id);
  return [published.detector, published.recognizer].map((file) => ({ file, target: path.join(folder, file.fileName) }));
}

/** Puts one published file at `target`, unless it is there. Exported for its tests. */
export async function fetchFile(file: PublishedFile, target: string, options: FetchOptions): Promise<void> {
  if (await isIntact(target, file.sha256)) return;
  const part = namePart(target);
  const source = sourceOf(file, options.mirror);
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await beginPart(part, target, file.bytes);
    await receive(file, source, part, options);
  } catch (cause) {
    if (cause instanceof InferenceError) {
      await dropParts(target);
      throw cause;
    }
    await keepPart(part, target).catch(() => undefined);
    options.signal?.throwIfAborted();
    const way = `download ${file.url} elsewhere and put it at ${target}, or set MODEL_MIRROR`;
    const problem = `${file.fileName} could not be had from ${source} (${reasonOf(cause)}): ${way}.`;
    throw new InferenceError("model_missing", problem, { cause });
  }
  if (await isIntact(part, file.sha256)) await finishPart(part, target);
  await dropParts(target);
  // Asked of the file itself: another download may have put it there, and cleared this one's part away.
  if (await isIntact(target, file.sha256)) return;
  throw new InferenceError("model_corrupt", `${source} is another file than the publisher's ${file.fileName}.`);
}

function sourceOf({ fileName, url }: PublishedFile, mirror: string | null | undefined): string {
  if (!mirror) return url;
  return isWeb(mirror) ? `${mirror.replace(/\/+$/, "")}/${fileName}` : path.join(mirror, fileName);
}

const isWeb = (source: string) => /^https?:/i.test(source);

/** Of the error beneath, since `fetch` itself says no more than that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  // Several addresses of one host that all refuse make an error without a message.
  return error.message || String((error as NodeJS.ErrnoException).code);
}

async function receive(file: PublishedFile, source: string, part: string, options: FetchOptions): Promise<void> {
  const { signal } = options;
  if (!isWeb(source)) return pipeline(createReadStream(source), createWriteStream(part), signal ? { signal } : {});
  const { fileName, bytes: of } = file;
  const onBytes = (bytes: number) => options.onProgress?.({ fileName, bytes, of });
  await download({ url: source, target: part, bytes: of, onBytes, signal });
}
