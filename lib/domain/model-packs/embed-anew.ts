import { setTimeout as sleep } from "node:timers/promises";
import { InferenceError } from "@/inference/inference-error";
import { idBeforeAll } from "@/lib/db/row-id";
import { openAcceptedWork } from "@/lib/domain/api-keys/service";
import { readPicture } from "@/lib/domain/faces/service";
import { logger } from "@/lib/observability/logger";
import { sealEmbedding } from "@/lib/search/sealed-embedding";
import { countProgress, findFacesToEmbed } from "./data";
import { renewMove, saveNextEmbedding } from "./mutations";
import type { Embedder } from "./types";

const batchSize = 8;
const pauseMs = 500;

/**
 * Embeds every stored picture whose face other networks embedded, and keeps the results beside the old ones. What is done
 * is done: after a restart it goes on with the rest. How far it is can be read all the time.
 *
 * @throws the signal's reason
 */
export async function embedAnew(embedder: Embedder, signal: AbortSignal): Promise<void> {
  const progress = { ...(await countProgress(embedder.modelTag)) };
  let after = idBeforeAll;
  for (;;) {
    await renewMove({ ...progress, total: Math.max(progress.total, progress.done + progress.kept) });
    const faces = await findFacesToEmbed(embedder.modelTag, after, batchSize);
    const last = faces.at(-1);
    if (last === undefined && after === idBeforeAll) return;
    // From the beginning again, until nothing is left: faces with smaller ids may have come in.
    after = last?.id ?? idBeforeAll;
    for (const face of faces) {
      signal.throwIfAborted();
      const embedding = await embedStored(face, embedder, signal);
      const sealed = embedding && sealEmbedding(face.id, embedding);
      await saveNextEmbedding(face.id, embedder.modelTag, sealed);
      progress[sealed ? "done" : "kept"] += 1;
    }
  }
}

/** The largest face's; null where these networks find none or the picture is gone. */
async function embedStored(
  { id, serviceId }: { readonly id: string; readonly serviceId: string },
  { engine, modelTag }: Embedder,
  signal: AbortSignal,
): Promise<Float32Array | null> {
  const scope = await openAcceptedWork(serviceId);
  for (;;) {
    const picture = scope && (await readPicture(scope, id));
    if (!picture) return null;
    try {
      const { faces, versions } = await engine.analyze(
        Uint8Array.from(picture.bytes),
        { features: ["embedding"], facesMax: 1 },
        signal,
      );
      if (versions.embedding !== modelTag) throw new TypeError("Other networks run than those that are moved to.");
      return faces[0]?.embedding ?? null;
    } catch (error) {
      if (!(error instanceof InferenceError)) throw error;
      if (error.code.startsWith("image_")) {
        logger.warn({ event: "model_move", faceId: id, code: error.code }, "a stored picture could not be read");
        return null;
      }
      if (error.code !== "busy") throw error;
      await sleep(pauseMs, undefined, { signal });
    }
  }
}
