import { type PackId, packOf } from "@/inference/models/packs";
import { verifyModels } from "@/inference/models/verify-models";
import { type FetchProgress, reportEvery } from "@/inference/packs/fetch-progress";
import { findPackId } from "@/inference/packs/find-pack";
import { type LoadedPack, loadPack } from "@/inference/packs/load-pack";
import { type Config, config } from "@/lib/config/env";
import { ownFilesOf, readChosenPack } from "@/lib/domain/model-choice/service";
import { findAnsweringModel, recordLicenceAccepted } from "@/lib/domain/model-packs/service";
import { logger } from "@/lib/observability/logger";

/** Of a download. */
const reportEveryBytes = 4 * 1024 ** 2;

/** The pack that the configuration names or the owner chose, and the one that answers until all faces are embedded by that. */
export interface PreparedPacks {
  readonly wanted: LoadedPack;
  readonly answering: LoadedPack;
}

/**
 * Checks the standard networks and gets those of the wanted pack, and of the one that made the stored embeddings where
 * that is another.
 *
 * @throws Error for a licence that nobody accepted; InferenceError naming the file that is missing or wrong
 */
export async function prepareModelPacks(): Promise<PreparedPacks> {
  const { modelsDir, modelPack } = config();
  await verifyModels(modelsDir);
  if (modelPack.acceptedLicence === modelPack.id) await recordLicenceAccepted(modelPack.id);
  const chosen = await readChosenPack();
  // Who chose it accepted its licence then.
  if (chosen === null) requireLicence(modelPack);
  const wanted = await loadOne(chosen ?? modelPack.id);
  const answering = await findAnsweringModel({ packId: wanted.id, modelTag: wanted.model.tag });
  if (answering.modelTag === wanted.model.tag) return { wanted, answering: wanted };
  return { wanted, answering: (await loadEarlier(answering.packId, answering.modelTag)) ?? wanted };
}

/** The pack that was chosen meanwhile, else the one wanted until now. @throws as `prepareModelPacks` does */
export async function followChoice(wanted: LoadedPack, signal: AbortSignal): Promise<LoadedPack> {
  const chosen = await readChosenPack();
  return chosen === null || chosen === wanted.id ? wanted : loadOne(chosen, signal);
}

function loadOne(id: PackId, signal?: AbortSignal): Promise<LoadedPack> {
  const { packsDir, mirror } = config().modelPack;
  const onProgress = reportEvery(reportEveryBytes, logProgress);
  return loadPack({ packsDir, mirror, id, files: ownFilesOf(id), onProgress, signal });
}

function logProgress({ fileName, bytes, of }: FetchProgress): void {
  logger.info({ event: "model_download", file: fileName, bytes, of });
}

/** The pack that answered until now, where its files are still the same. */
async function loadEarlier(packId: string, modelTag: string): Promise<LoadedPack | undefined> {
  const id = findPackId(packId);
  try {
    if (id === undefined) return undefined;
    const pack = await loadOne(id);
    if (pack.model.tag === modelTag) return pack;
  } catch (err) {
    logger.warn({ event: "model_pack", pack: packId, err }, "the pack that answered until now cannot be loaded");
  }
  return undefined;
}

function requireLicence({ id, acceptedLicence }: Config["modelPack"]): void {
  const { title, licence, isCommercialUseAllowed } = packOf(id);
  if (isCommercialUseAllowed || acceptedLicence === id) return;
  throw new Error(
    `${title} asks for its licence to be accepted (${licence}): set MODEL_LICENCE_ACCEPTED=${id} if you do.`,
  );
}
