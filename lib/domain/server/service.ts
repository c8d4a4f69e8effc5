import { config } from "@/lib/config/env";
import { version } from "@/lib/config/version";
import { runningModelTag } from "@/lib/domain/embeddings/service";
import { isMoveUnderWay, readAnsweringModel } from "@/lib/domain/model-packs/service";
import { authorize } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { imagesPerSecond } from "@/lib/observability/image-rate";
import { readStatisticsNow } from "@/lib/observability/metrics";
import { askDatabase, findMailState } from "./data";
import { readDisk, readMemory } from "./machine";
import type { ServerState } from "./types";

/** How this server is at this moment. @throws AppError `forbidden` */
export async function readServer(actor: Caller): Promise<ServerState> {
  await authorize({ actor, action: "server.read" });
  const { dataDir, databaseUrl, mail } = config();
  const [disk, database, mailState, answering, isMoving] = await Promise.all([
    readDisk(dataDir),
    askDatabase(),
    findMailState(),
    readAnsweringModel(),
    isMoveUnderWay(),
  ]);
  const { pool, index } = readStatisticsNow();
  return {
    version,
    startedAt: new Date(Date.now() - process.uptime() * 1000),
    modelPack: { id: answering?.packId ?? null, modelTag: runningModelTag(), isMoving },
    workers: pool,
    imagesPerSecond: imagesPerSecond(),
    index,
    memory: readMemory(),
    disk,
    database: { isEmbedded: databaseUrl === null, ...database },
    mail: { isEnabled: mail.enabled, ...mailState },
  };
}
