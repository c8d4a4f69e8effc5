import { mkdirSync } from "node:fs";
import type { DatabaseLog } from "@/lib/db/database-log";
import { applicationRole, ensureApplicationDatabase } from "./application-role";
import { connectionUrl, endpointOf } from "./connection";
import { layoutOf } from "./layout";
import { obtainPostmaster } from "./obtain-postmaster";
import { takeOwnership } from "./owner-lock";
import { type Postmaster, stopPostmaster } from "./postmaster";
import { PostmasterKeeper } from "./postmaster-keeper";
import { prepareCluster } from "./prepare-cluster";

export interface EmbeddedPostgresOptions {
  /** `DATA_DIR`; the database takes the folder `postgres` in it. */
  readonly dataDir: string;
  readonly log: DatabaseLog;
}

export interface EmbeddedPostgres {
  /** Connection string of the server's role and database; it does not change while this process lives. */
  readonly url: string;
  /** Whether the server survived an earlier process that was killed. */
  readonly adopted: boolean;
  /** Process id, or null while the server is being restarted. */
  pid(): number | null;
  /** Fast shutdown; returns when no process is left. Call it when no request needs the database any more. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded database, or adopts the one that a killed server left running, and keeps it running.
 *
 * @throws EmbeddedPostgresError when another server owns the directory (within a second), or it cannot run
 */
export async function startEmbeddedPostgres({ dataDir, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const layout = layoutOf(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = takeOwnership(layout.lock);
  let postmaster: Postmaster | null = null;
  try {
    const options = await prepareCluster(layout, log);
    postmaster = await obtainPostmaster(options);
    const endpoint = endpointOf(layout, postmaster.port, options.password);
    await ensureApplicationDatabase(endpoint);
    log.info({ pid: postmaster.pid, adopted: postmaster.adopted }, "embedded database running");
    const keeper = new PostmasterKeeper(options, log, postmaster);
    const stop = () => keeper.stop().finally(release);
    const url = connectionUrl(endpoint, applicationRole, applicationRole);
    return { url, adopted: postmaster.adopted, pid: () => keeper.pid, stop };
  } catch (error) {
    if (postmaster !== null) await stopPostmaster(postmaster);
    release();
    throw error;
  }
}
