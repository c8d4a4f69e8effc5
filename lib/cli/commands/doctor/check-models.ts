import { existsSync } from "node:fs";
import { verifyModels } from "@/inference/models/verify-models";
import { findPack } from "@/inference/packs/find-pack";
import { config } from "@/lib/config/env";
import type { Finding } from "./finding";

export async function checkModels(): Promise<Finding> {
  const { modelsDir, modelPack } = config();
  if (!existsSync(modelsDir)) {
    return { ok: false, detail: `There are no model files in ${modelsDir}; npm start makes them.` };
  }
  await verifyModels(modelsDir);
  await findPack(modelPack.packsDir, modelPack.id, modelPack.files);
  return { ok: true, detail: `All model files of the pack ${modelPack.id} are there and whole.` };
}
