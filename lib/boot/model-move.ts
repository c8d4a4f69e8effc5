import type { LoadedPack } from "@/inference/packs/load-pack";
import type { Engine } from "@/inference/pipeline/engine";
import {
  isMoveAbandoned,
  isMoving,
  moveFaces,
  readAnsweringModel,
  readMove,
  readMoveProgress,
} from "@/lib/domain/model-packs/service";
import { logger } from "@/lib/observability/logger";
import { followChoice } from "./model-pack";
import { openEngine, type Serving } from "./serving";

const lookEveryMs = 2_000;
const reportEveryMs = 10_000;

/**
 * Has stored pictures embedded anew where the wanted pack (the one given, until another is chosen) is not the one that
 * answers yet, or where somebody asked for it, and puts the wanted pack in the other's place when that is done, here or on another server.
 *
 * @returns what ends it; work that is not done goes on after the next start or on another server
 */
export function startModelMoves(serving: Serving, given: LoadedPack): () => Promise<void> {
  const stopping = new AbortController();
  let wanted = given;
  let look: Promise<void> | undefined;
  const lookAround = async () => {
    // First: looking with a pack that is not wanted any more would take what another server did back.
    wanted = await followChoice(wanted, stopping.signal);
    await lookOnce(serving, wanted, stopping.signal);
  };
  const timer = setInterval(() => {
    look ??= lookAround()
      .catch((err: unknown) => {
        if (!stopping.signal.aborted) logger.warn({ event: "model_move", err }, "faces were not embedded anew");
      })
      .finally(() => {
        look = undefined;
      });
  }, lookEveryMs).unref();
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await look;
  };
}

async function lookOnce(serving: Serving, wanted: LoadedPack, signal: AbortSignal): Promise<void> {
  const target = { packId: wanted.id, modelTag: wanted.model.tag };
  const isNoted = (await readAnsweringModel())?.modelTag === target.modelTag;
  if (serving.pack.model.tag === target.modelTag) {
    // The pack that made the stored embeddings is gone where it is not noted.
    if (!isNoted || (await isMoveAbandoned())) await moveWith({ ...target, engine: serving.engine }, signal);
    return;
  }
  if (isNoted) {
    serving.replace(wanted, await openEngine(wanted));
    return;
  }
  if (await isMoving()) return;
  await replaceAfterMove(serving, wanted, signal);
}

/** The old pack answers while one worker of the wanted one embeds all stored pictures. */
async function replaceAfterMove(serving: Serving, wanted: LoadedPack, signal: AbortSignal): Promise<void> {
  const helper = await openEngine(wanted, 1);
  let next: Engine | undefined;
  try {
    const embedder = { packId: wanted.id, modelTag: wanted.model.tag, engine: helper };
    const isDone = await moveWith(embedder, signal, async () => {
      next = await openEngine(wanted);
    });
    if (!isDone || next === undefined) return;
    serving.replace(wanted, next);
    next = undefined;
    // Faces that were added by the old pack in between.
    await moveWith({ ...embedder, engine: serving.engine }, signal);
  } finally {
    await helper.close();
    await next?.close();
  }
}

async function moveWith(...[embedder, signal, prepare]: Parameters<typeof moveFaces>): Promise<boolean> {
  const report = async () => logger.info({ event: "model_move", ...(await readMove())?.progress });
  const timer = setInterval(() => void report().catch(() => undefined), reportEveryMs).unref();
  try {
    const isDone = await moveFaces(embedder, signal, prepare);
    if (isDone) logger.info({ event: "model_move", ...(await readMoveProgress(embedder.modelTag)) });
    return isDone;
  } finally {
    clearInterval(timer);
  }
}
