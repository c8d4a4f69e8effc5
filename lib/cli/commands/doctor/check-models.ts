import { existsSync } from "node:fs";
import { verifyModels } from "@/inference/models/verify-models";
import { config } from "@/lib/config/env";
import type { Finding } from "./finding";

export async function checkModels(): Promise<Finding> {
  const directory = config().modelsDir;
  if (!existsSync(directory)) {
    return { ok: false, detail: `There are no model files in ${directory}; npm start makes them.` };
  }
  await verifyModels(directory);
  return { ok: true, detail: `All model files in ${directory} have the expected checksums.` };
}
