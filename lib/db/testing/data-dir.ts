import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { layoutOf } from "@/lib/db/embedded/layout";
import { stopPostmaster } from "@/lib/db/embedded/postmaster";
import { isPostmasterOf, readPostmasterFile } from "@/lib/db/embedded/postmaster-file";
import { startEmbeddedPostgres } from "@/lib/db/embedded/supervisor";
import { quietLog } from "./quiet-log";

async function createCluster(dataDir: string): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: quietLog });
  await postgres.stop();
}

/** Makes one stopped cluster of which each call of the result takes a copy, since `initdb` takes a second or more. */
export function clusterToCopy(): <T>(work: (dataDir: string) => Promise<T>) => Promise<T> {
  let root = "";
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), "mien-"));
    await createCluster(path.join(root, "data"));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  return (work) =>
    withDataDir((dataDir) => {
      // The copy keeps owners and modes.
      execFileSync("cp", ["-a", path.join(root, "data"), dataDir]);
      return work(dataDir);
    });
}

/** Runs `work` with an empty `DATA_DIR`, and leaves neither files nor a server behind, however `work` ends. */
export async function withDataDir<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(path.join(tmpdir(), "mien-"));
  const dataDir = path.join(root, "data");
  try {
    return await work(dataDir);
  } finally {
    const { data } = layoutOf(dataDir);
    const left = readPostmasterFile(data);
    if (left !== null && isPostmasterOf(data, left.pid)) await stopPostmaster(left);
    await rm(root, { recursive: true, force: true });
  }
}
