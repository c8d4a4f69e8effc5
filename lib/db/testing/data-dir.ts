import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { layoutOf } from "@/lib/db/embedded/layout";
import { stopPostmaster } from "@/lib/db/embedded/postmaster";
import { isPostmasterOf, readPostmasterFile } from "@/lib/db/embedded/postmaster-file";

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
