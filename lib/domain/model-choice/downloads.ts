import type { PackId } from "@/inference/models/packs";
import type { FetchProgress } from "@/inference/packs/fetch-progress";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { processWide } from "@/lib/observability/process-state";
import type { PackDownload } from "./types";

interface Download {
  readonly stopping: AbortController;
  seen: PackDownload;
  /** Never rejects. */
  ended: Promise<void>;
}

/** What a download is given: whom to tell how far it is, and what ends it. */
export interface DownloadOptions {
  readonly onProgress: (progress: FetchProgress) => void;
  readonly signal: AbortSignal;
}

/** One for each pack; that it failed is remembered until the next one. */
const downloads = processWide("pack downloads", () => new Map<PackId, Download>());

/** How far the download of a pack is, or why the last one failed; null where there is none. */
export function findDownload(id: PackId): PackDownload | null {
  return downloads.get(id)?.seen ?? null;
}

export function isDownloading(id: PackId): boolean {
  return findDownload(id)?.state === "downloading";
}

/** Has a download of a pack go on in the background, unless there is one. */
export function startDownload(id: PackId, run: (options: DownloadOptions) => Promise<void>): void {
  if (isDownloading(id)) return;
  const stopping = new AbortController();
  const download: Download = { stopping, seen: { state: "downloading", progress: null }, ended: Promise.resolve() };
  const onProgress = (progress: FetchProgress) => {
    download.seen = { state: "downloading", progress };
  };
  downloads.set(id, download);
  logger.info({ event: "model_download", pack: id });
  download.ended = run({ onProgress, signal: stopping.signal }).then(
    () => forget(id, download),
    (err: unknown) => {
      if (stopping.signal.aborted) return forget(id, download);
      logger.warn({ event: "model_download", pack: id, err }, "the model pack was not chosen");
      download.seen = { state: "failed", reason: reasonOf(err) };
    },
  );
}

/** Only if it is still the one of its pack. */
function forget(id: PackId, download: Download): void {
  if (downloads.get(id) === download) downloads.delete(id);
}

const reasonOf = (error: unknown) =>
  error instanceof AppError ? error.message : "Something went wrong in the server; its log says what.";

/** Forgets that the last download of a pack failed. */
export function forgetFailure(id: PackId): void {
  if (!isDownloading(id)) downloads.delete(id);
}

/** Ends a download; what came stays for the next one. @returns false where there is none */
export async function cancelDownload(id: PackId): Promise<boolean> {
  const download = downloads.get(id);
  if (download?.seen.state !== "downloading") return false;
  // At once: who chooses the pack again now is not to join what ends.
  downloads.delete(id);
  download.stopping.abort();
  await download.ended;
  return true;
}

/** Ends all downloads. */
export async function stopDownloads(): Promise<void> {
  await Promise.all([...downloads.keys()].map(cancelDownload));
}
