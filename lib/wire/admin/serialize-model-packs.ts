import type { PackChoice } from "@/lib/domain/model-choice/types";

export function serializePackChoice({ packs, running, wantedPackId, isPinned, state, progress }: PackChoice) {
  return {
    items: packs.map(({ id, title, licence, isCommercialUseAllowed, files }) => ({
      id,
      title,
      licence,
      isCommercialUseAllowed,
      files: { state: files.state, missing: files.missing },
    })),
    running: running && { packId: running.packId, modelTag: running.modelTag },
    wantedPackId,
    isPinned,
    state,
    progress: progress && { total: progress.total, done: progress.done, kept: progress.kept },
  };
}
