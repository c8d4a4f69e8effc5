import type { Holdings } from "@/lib/domain/holdings/types";
import type { ServerState } from "@/lib/domain/server/types";

export function serializeServer(state: ServerState) {
  const { version, startedAt, modelPack, workers, imagesPerSecond, index, memory, disk, database, mail } = state;
  return {
    version,
    startedAt: startedAt.toISOString(),
    modelPack: { id: modelPack.id, modelTag: modelPack.modelTag, isMoving: modelPack.isMoving },
    workers: workers && {
      total: workers.workers,
      busy: workers.busy,
      queued: workers.queued,
      restarts: workers.restarts,
    },
    imagesPerSecond,
    index: index && {
      collections: index.collections,
      faces: index.faces,
      bytes: index.bytes,
      unreadable: index.unreadable,
    },
    memory: { usedBytes: memory.usedBytes, totalBytes: memory.totalBytes },
    disk: { freeBytes: disk.freeBytes, totalBytes: disk.totalBytes },
    database: {
      isEmbedded: database.isEmbedded,
      version: database.version,
      bytes: database.bytes,
      answerMs: database.answerMs,
    },
    mail: { isEnabled: mail.isEnabled, waiting: mail.waiting, lastError: mail.lastError },
  };
}

export function serializeHoldings({ model, collection }: Holdings) {
  return {
    model: model && { packId: model.packId, modelTag: model.modelTag },
    collection: collection && {
      subjects: collection.subjects,
      faces: collection.faces,
      models: collection.models.map(({ modelTag, faces }) => ({ modelTag, faces })),
      days: collection.days.map(({ day, subjects, faces }) => ({ day, subjects, faces })),
    },
  };
}
