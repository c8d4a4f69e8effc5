import { mkdir } from "node:fs/promises";
import path from "node:path";
import { prepareModels } from "@/inference/convert/prepare-models";
import { hydrateLinks } from "@/lib/db/embedded/hydrate-links";
import { buildServer, isBuildCurrent } from "./build-server";
import { runStep } from "./progress";

/** Brings everything into place that the server needs before it starts; what is there already costs no time. */
export async function prepare(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await runStep("Database binaries", async () => {
    const linked = await hydrateLinks();
    return linked > 0 ? `${linked} library links made` : undefined;
  });
  if (!(await isBuildCurrent())) await buildServer();
  await runStep("Networks", async () => {
    const converted = await prepareModels(path.join(dataDir, "models"));
    return converted.length > 0 ? `${converted.length} converted` : undefined;
  });
}
