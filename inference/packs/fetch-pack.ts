import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { InferenceError } from "@/inference/inference-error";
import { type PackId, type PublishedFile, packOf } from "@/inference/models/packs";
import { sha256Of } from "@/inference/models/verify-models";
import { download } from "./download";
import { packFolder } from "./find-pack";

export interface FetchOptions {
  /** Folder or web address that has the files in place of their publishers. */
  readonly mirror?: string | null | undefined;
  /** Called as bytes arrive. */
  readonly onProgress?: (progress: { readonly fileName: string; readonly bytes: number; readonly of: number }) => void;
}

/**
 * Gets the published files of a pack that are not in its folder yet. A download that broke off goes on where it ended;
 * a file counts only with the size and the checksum of the registry, and takes its name only then.
 *
 * @throws InferenceError `model_missing` when a file cannot be had, `model_corrupt` when another one comes
 */
export async function fetchPack(packsDir: string, id: PackId, options: FetchOptions = {}): Promise<void> {
  const published = packOf(id).others?.published;
  if (!published) return;
  const folder = packFolder(packsDir, id);
  await mkdir(folder, { recursive: true });
  for (const file of [published.detector, published.recognizer]) {
    await fetchFile(file, path.join(folder, file.fileName), options);
  }
}

/** Puts one published file at `target`, unless it is there. Exported for its tests. */
export async function fetchFile(file: PublishedFile, target: string, options: FetchOptions): Promise<void> {
  if ((await sha256Of(target)) === file.sha256) return;
  const part = `${target}.part`;
  const source = sourceOf(file, options.mirror);
  try {
    await receive(file, source, part, options);
  } catch (cause) {
    if (cause instanceof InferenceError) throw cause;
    const way = `download ${file.url} elsewhere and put it at ${target}, or set MODEL_MIRROR`;
    throw new InferenceError("model_missing", `${file.fileName} could not be had from ${source}: ${way}.`, { cause });
  }
  if ((await sha256Of(part)) !== file.sha256) {
    await rm(part, { force: true });
    throw new InferenceError("model_corrupt", `${source} is another file than the publisher's ${file.fileName}.`);
  }
  await rename(part, target);
}

function sourceOf({ fileName, url }: PublishedFile, mirror: string | null | undefined): string {
  if (!mirror) return url;
  return isWeb(mirror) ? `${mirror.replace(/\/+$/, "")}/${fileName}` : path.join(mirror, fileName);
}

const isWeb = (source: string) => /^https?:/i.test(source);

async function receive(file: PublishedFile, source: string, part: string, options: FetchOptions): Promise<void> {
  if (!isWeb(source)) return pipeline(createReadStream(source), createWriteStream(part));
  const { fileName, bytes: of } = file;
  await download({
    url: source,
    target: part,
    bytes: of,
    onBytes: (bytes) => options.onProgress?.({ fileName, bytes, of }),
  });
}
