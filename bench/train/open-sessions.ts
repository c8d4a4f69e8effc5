import { prepareModels } from "@/inference/convert/prepare-models";
import { createSessionStore, type Sessions } from "@/inference/runtime/session-store";

/** Converts what is missing in `modelsDir` and loads each network when it is first asked for, on one thread. */
export async function openSessions(modelsDir: string): Promise<Sessions> {
  await prepareModels(modelsDir);
  return createSessionStore(modelsDir, 1);
}
