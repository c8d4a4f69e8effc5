import { prepareModels } from "@/inference/convert/prepare-models";
import { runStep } from "./progress";

/** Converts the networks that `modelsDir` lacks and says so on the terminal. */
export function convertNetworks(modelsDir: string): Promise<void> {
  return runStep("Networks", async () => {
    const converted = await prepareModels(modelsDir);
    return converted.length > 0 ? `${converted.length} converted` : undefined;
  });
}
