import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { auditActorOf, authorize } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { countProgress, findModelState, findMove, hasAcceptance, hasFacesOf } from "./data";
import { embedAnew } from "./embed-anew";
import { beginMove, claimMove, clearAttempts, releaseMove, saveModelState, takeOver } from "./mutations";
import type { Embedder, MoveProgress, PackModel } from "./types";

const configuration = { userId: null, label: "configuration", ip: null } as const;
const acceptance = "model_pack.accept_licence";

/** Leaves in the audit trail that the configuration accepted the licence of a pack, once for each. */
export function recordLicenceAccepted(packId: string): Promise<void> {
  return db().$transaction(async (tx) => {
    if (await hasAcceptance(tx, acceptance, packId)) return;
    await recordAuditEvents(tx, [
      { actor: configuration, action: acceptance, objectType: "installation", objectId: packId, result: "success" },
    ]);
  });
}

/**
 * Whose embeddings answer, given the pack that is wanted: that of before while faces of it are stored, else the wanted one,
 * which is then noted.
 */
export async function findAnsweringModel(wanted: PackModel): Promise<PackModel> {
  const state = await findModelState();
  if (state && state.modelTag !== wanted.modelTag && (await hasFacesOf(state.modelTag))) return state;
  await saveModelState(wanted);
  return wanted;
}

/** The networks whose embeddings are compared from now on, which another server may have changed; null before any start. */
export function readAnsweringModel(): Promise<PackModel | null> {
  return findModelState();
}

/** Whether a living server embeds faces anew. */
export async function isMoving(): Promise<boolean> {
  return (await findMove()).isHeld;
}

/** Whether faces are to be embedded anew and are not yet. */
export async function isMoveUnderWay(): Promise<boolean> {
  return (await findMove()).isBegun;
}

/** Whether a move waits for a server: it was asked for, or broke off with the server that made it. */
export async function isMoveAbandoned(): Promise<boolean> {
  const { isBegun, isHeld } = await findMove();
  return isBegun && !isHeld;
}

/** Where faces are embedded anew or are to be: the networks that do it, null before a server has taken it, and how far. */
export async function readMove(): Promise<{
  readonly modelTag: string | null;
  readonly progress: MoveProgress;
} | null> {
  const { isBegun, nextModelTag, total, done, kept } = await findMove();
  return isBegun ? { modelTag: nextModelTag, progress: { total, done, kept } } : null;
}

/** Counted anew, which reads every face of other networks: while they are embedded there is `readMove`. */
export function readMoveProgress(modelTag: string): Promise<MoveProgress> {
  return countProgress(modelTag);
}

/**
 * Embeds all stored pictures anew and then has the new embeddings answer, all at once; `prepare` runs between. Until then
 * the old ones do.
 *
 * @returns false when another server is at it
 */
export async function moveFaces(
  embedder: Embedder,
  signal: AbortSignal,
  prepare: () => Promise<void> = async () => undefined,
): Promise<boolean> {
  if (!(await claimMove(embedder.modelTag))) return false;
  let isDone = false;
  try {
    await clearAttempts(embedder.modelTag);
    await embedAnew(embedder, signal);
    await prepare();
    await takeOver(embedder);
    isDone = true;
  } finally {
    await releaseMove(isDone);
  }
  return true;
}

/**
 * Has the servers embed faces of other networks anew, within seconds.
 *
 * @returns false when that is under way
 * @throws AppError `forbidden`
 */
export async function requestMove(actor: Caller): Promise<boolean> {
  await authorize({ actor, action: "model_pack.move" });
  const entry = { action: "model_pack.move", objectType: "installation", objectId: "-", result: "success" } as const;
  return db().$transaction(async (tx) => {
    if (!(await beginMove(tx))) return false;
    await recordAuditEvents(tx, [{ ...entry, actor: auditActorOf(actor) }]);
    return true;
  });
}
