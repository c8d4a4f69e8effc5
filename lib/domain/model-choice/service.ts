import { InferenceError } from "@/inference/inference-error";
import { type PackId, packIds, packOf } from "@/inference/models/packs";
import { isPackFetched } from "@/inference/packs/fetch-pack";
import { findPackId, type OwnFiles } from "@/inference/packs/find-pack";
import { loadPack } from "@/inference/packs/load-pack";
import { readPackFiles } from "@/inference/packs/pack-files";
import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { isMoving, readAnsweringModel, readMove, readMoveProgress } from "@/lib/domain/model-packs/service";
import { auditActorOf, authorize } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { AppError } from "@/lib/errors/app-error";
import { findChoice } from "./data";
import {
  cancelDownload,
  type DownloadOptions,
  findDownload,
  forgetFailure,
  isDownloading,
  startDownload,
  stopDownloads,
} from "./downloads";
import { replaceChoice } from "./mutations";
import type { CancelDownloadInput, ChoosePackInput } from "./schema";
import type { ChoiceState, OfferedPack, PackChoice } from "./types";

/** The pack that somebody chose; null where nobody did, or where the configuration names one, which outweighs it. */
export async function readChosenPack(): Promise<PackId | null> {
  if (config().modelPack.isPinned) return null;
  return findPackId((await findChoice()) ?? "") ?? null;
}

/** The pack that is to run: the chosen one, else the one that the configuration names. */
export async function readWantedPack(): Promise<PackId> {
  return (await readChosenPack()) ?? config().modelPack.id;
}

/** The files of the user's own that the configuration names for a pack: where it names the pack too, they are that one's. */
export function ownFilesOf(id: PackId): OwnFiles {
  const { files, id: named, isPinned } = config().modelPack;
  return isPinned && id !== named ? {} : files;
}

/** All packs, and how far the installation is with the one that is wanted. @throws AppError `forbidden` */
export async function readPackChoice(actor: Caller): Promise<PackChoice> {
  await authorize({ actor, action: "model_pack.list" });
  const { isPinned } = config().modelPack;
  // `describePack` reads the downloads before it waits for anything: one that ends in between still shows, beside the
  // choice that it made, rather than neither.
  const [packs, wantedPackId, running, move] = await Promise.all([
    Promise.all(packIds.map(describePack)),
    readWantedPack(),
    readAnsweringModel(),
    readMove(),
  ]);
  const isSettled = running === null || running.packId === wantedPackId;
  const state = move ? "moving" : isSettled ? "settled" : "preparing";
  const progress = move ? move.progress : running && (await readMoveProgress(running.modelTag));
  return { packs, running, wantedPackId, isPinned, state, progress };
}

async function describePack(id: PackId): Promise<OfferedPack> {
  const { title, licence, isCommercialUseAllowed } = packOf(id);
  const download = findDownload(id);
  const files = await readPackFiles(config().modelPack.packsDir, id, ownFilesOf(id));
  return { id, title, licence, isCommercialUseAllowed, files, download };
}

/**
 * Has the servers change to another pack, within seconds and after every restart. A pack that cannot run is never chosen:
 * files that are to be downloaded are got first, in the background, and the choice is made when they are there. Whoever
 * chooses a pack whose files are on their way changes nothing.
 *
 * @throws AppError `forbidden`; `invalid_request` for a licence that is not accepted; `conflict` where the configuration
 * names the pack, faces are being embedded anew, files or the calibration are missing, or another pack was chosen at the
 * same time
 */
export async function choosePack(
  actor: Caller,
  { pack, isLicenceAccepted }: ChoosePackInput,
): Promise<{ readonly state: ChoiceState }> {
  await authorize({ actor, action: "model_pack.choose" });
  if (config().modelPack.isPinned) throw new AppError("conflict", "MODEL_PACK of the configuration decides here.");
  if (!isLicenceAccepted) {
    const fields = [{ name: "isLicenceAccepted", detail: "must be accepted" }];
    throw new AppError("invalid_request", "Some values cannot be accepted.", { fields });
  }
  const former = await findChoice();
  await requireNoMove();
  const choose = async (options?: DownloadOptions) => {
    await requireRunnable(pack, options);
    // Again: getting the files may have taken minutes.
    await requireNoMove();
    options?.signal.throwIfAborted();
    await keepChoice(actor, former, pack);
  };
  if (isDownloading(pack) || !(await isPackFetched(config().modelPack.packsDir, pack))) {
    startDownload(pack, choose);
    return { state: "downloading" };
  }
  await choose();
  forgetFailure(pack);
  return { state: "chosen" };
}

/**
 * Ends the download after which a pack would be chosen; what came of the files stays for the next one.
 *
 * @throws AppError `forbidden`; `not_found` where this process downloads nothing of the pack
 */
export async function cancelPackDownload(actor: Caller, { pack }: CancelDownloadInput): Promise<void> {
  await authorize({ actor, action: "model_pack.choose" });
  if (!(await cancelDownload(pack))) throw new AppError("not_found", "This server downloads no files of that pack.");
}

/** Ends the downloads of this process, whose packs are not chosen then. */
export function stopPackDownloads(): Promise<void> {
  return stopDownloads();
}

async function keepChoice(actor: Caller, former: string | null, pack: PackId): Promise<void> {
  const entry = { actor: auditActorOf(actor), objectType: "installation", objectId: pack, result: "success" } as const;
  await db().$transaction(async (tx) => {
    if (!(await replaceChoice(tx, former, pack))) {
      throw new AppError("conflict", "Somebody else chose a model pack at the same time.");
    }
    await recordAuditEvents(tx, [
      { ...entry, action: "model_pack.accept_licence" },
      { ...entry, action: "model_pack.choose" },
    ]);
  });
}

async function requireNoMove(): Promise<void> {
  if (await isMoving()) throw new AppError("conflict", "Wait until all faces are embedded anew.");
}

async function requireRunnable(id: PackId, options?: DownloadOptions): Promise<void> {
  const { packsDir, mirror } = config().modelPack;
  try {
    await loadPack({ packsDir, mirror, id, files: ownFilesOf(id), ...options });
  } catch (cause) {
    if (cause instanceof InferenceError) throw new AppError("conflict", cause.message, { cause });
    throw cause;
  }
}
