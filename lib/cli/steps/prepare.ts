import { mkdir } from "node:fs/promises";
import type { Config } from "@/lib/config/env";
import { buildServer, isBuildCurrent } from "./build-server";
import { convertNetworks } from "./convert-networks";

/** Brings everything into place that the server needs before it starts; what is there already costs no time. */
export async function prepare({ dataDir, modelsDir }: Pick<Config, "dataDir" | "modelsDir">): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (!(await isBuildCurrent())) await buildServer();
  await convertNetworks(modelsDir);
}
