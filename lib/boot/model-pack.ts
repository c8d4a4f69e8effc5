import { setEmbeddingModel } from "@/inference/calibration/embedding-model";
import { packOf } from "@/inference/models/packs";
import { verifyModels } from "@/inference/models/verify-models";
import { type LoadedPack, loadPack } from "@/inference/packs/load-pack";
import { type Config, config } from "@/lib/config/env";
import { recordLicenceAccepted } from "@/lib/domain/model-packs/service";
import { logger } from "@/lib/observability/logger";

/** Of a download; every byte would fill the log. */
const reportEveryBytes = 4 * 1024 ** 2;

/**
 * Checks the standard networks, gets those of the model pack and has embeddings compared as the pack was calibrated.
 *
 * @throws Error for a licence that nobody accepted; InferenceError naming the file that is missing or wrong
 */
export async function prepareModelPack(): Promise<LoadedPack> {
  const { modelsDir, modelPack } = config();
  await verifyModels(modelsDir);
  requireLicence(modelPack);
  if (modelPack.acceptedLicence === modelPack.id) await recordLicenceAccepted(modelPack.id);
  const { id, packsDir, files, mirror } = modelPack;
  const pack = await loadPack({ id, packsDir, files, mirror, onProgress: createReporter() });
  setEmbeddingModel(pack.model);
  logger.info({ event: "model_pack", pack: id, model: pack.model.tag });
  return pack;
}

function requireLicence({ id, acceptedLicence }: Config["modelPack"]): void {
  const { title, licence, isCommercialUseAllowed } = packOf(id);
  if (isCommercialUseAllowed || acceptedLicence === id) return;
  throw new Error(
    `${title} asks for its licence to be accepted (${licence}): set MODEL_LICENCE_ACCEPTED=${id} if you do.`,
  );
}

function createReporter() {
  let next = 0;
  return ({ fileName, bytes, of }: { readonly fileName: string; readonly bytes: number; readonly of: number }) => {
    if (bytes < next && bytes < of) return;
    next = bytes < of ? bytes + reportEveryBytes : 0;
    logger.info({ event: "model_download", file: fileName, bytes, of });
  };
}
