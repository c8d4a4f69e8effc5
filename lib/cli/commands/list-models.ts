import { packIds, packOf } from "@/inference/models/packs";
import { readAnsweringModel, readMoveProgress } from "@/lib/domain/model-packs/service";
import type { Command } from "./command";
import { withDatabase } from "./with-database";

const list = async () => {
  const answering = await readAnsweringModel();
  return {
    packs: packIds.map((id) => {
      const { title, licence, isCommercialUseAllowed } = packOf(id);
      return { id, title, licence, isCommercialUseAllowed, isAnswering: answering?.packId === id };
    }),
    model: answering?.modelTag ?? null,
    // Faces that the answering networks did not embed.
    facesOfOtherModels: answering === null ? null : (await readMoveProgress(answering.modelTag)).total,
  };
};

export const listModelsCommand: Command = {
  summary: "Lists the model packs with their licences, and which one answers.",
  requiredFlags: [],
  optionalFlags: [],
  run: async () => ({ output: await withDatabase(list), exitCode: 0 }),
};
