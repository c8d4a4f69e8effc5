import { existsSync } from "node:fs";
import { verifyModels } from "@/inference/models/verify-models";
import { findPack, findPackId } from "@/inference/packs/find-pack";
import { withDatabase } from "@/lib/cli/commands/with-database";
import { config } from "@/lib/config/env";
import { ownFilesOf, readWantedPack } from "@/lib/domain/model-choice/service";
import { readAnsweringModel } from "@/lib/domain/model-packs/service";
import type { Finding } from "./finding";

/** The pack that is to run, and the one that answers until all faces are embedded by that. */
async function readPacksInUse() {
  const wanted = await readWantedPack();
  const answering = findPackId((await readAnsweringModel())?.packId ?? "");
  return new Set(answering === undefined ? [wanted] : [wanted, answering]);
}

export async function checkModels(): Promise<Finding> {
  const { modelsDir, modelPack } = config();
  if (!existsSync(modelsDir)) {
    return { ok: false, detail: `There are no model files in ${modelsDir}; npm start makes them.` };
  }
  await verifyModels(modelsDir);
  const packs = await withDatabase(readPacksInUse);
  for (const id of packs) await findPack(modelPack.packsDir, id, ownFilesOf(id));
  return { ok: true, detail: `All model files in use are there and whole: ${[...packs].join(", ")}.` };
}
