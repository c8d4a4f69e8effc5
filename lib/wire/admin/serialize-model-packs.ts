import type { PackChoice, PackDownload } from "@/lib/domain/model-choice/types";

export function serializePackChoice({ packs, running, wantedPackId, isPinned, state, progress }: PackChoice) {
  return {
    items: packs.map(({ id, title, licence, isCommercialUseAllowed, files, download }) => ({
      id,
      title,
      licence,
      isCommercialUseAllowed,
      files: { state: files.state, missing: files.missing },
      download: download && serializeDownload(download),
    })),
    running: running && { packId: running.packId, modelTag: running.modelTag },
    wantedPackId,
    isPinned,
    state,
    progress: progress && { total: progress.total, done: progress.done, kept: progress.kept },
  };
}

function serializeDownload(download: PackDownload) {
  if (download.state === "failed") return { state: download.state, reason: download.reason };
  const { state, progress } = download;
  return { state, progress: progress && { fileName: progress.fileName, bytes: progress.bytes, of: progress.of } };
}
