import { mkdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { DatabaseLog } from "@/lib/db/database-log";
import { applicationRole, ensureApplicationDatabase } from "./application-role";
import { connectionUrl, endpointOf } from "./connection";
import { layoutOf } from "./layout";
import { type ObtainOptions, obtainPostmaster } from "./obtain-postmaster";
import { takeOwnership } from "./owner-lock";
import { type Postmaster, stopPostmaster, watchPostmaster } from "./postmaster";
import { prepareCluster } from "./prepare-cluster";
import { lastLogLines } from "./server-log";

export interface EmbeddedPostgresOptions {
  /** `DATA_DIR`; the database takes the folder `postgres` in it. */
  readonly dataDir: string;
  readonly log: DatabaseLog;
}

const restartPauseMinMs = 100;
const restartPauseMaxMs = 5_000;

/** Keeps one PostgreSQL server running until it is stopped. */
class Supervisor {
  readonly #options: ObtainOptions;
  readonly #log: DatabaseLog;
  #postmaster: Postmaster | null;
  #unwatch: () => void = () => undefined;
  #restarting: Promise<void> = Promise.resolve();
  readonly #stopping = new AbortController();

  constructor(options: ObtainOptions, log: DatabaseLog, postmaster: Postmaster) {
    // The port stays, since clients hold it in their connection string.
    this.#options = { ...options, port: postmaster.port, signal: this.#stopping.signal };
    this.#log = log;
    this.#postmaster = postmaster;
    this.#watch(postmaster);
  }

  get pid(): number | null {
    return this.#postmaster?.pid ?? null;
  }

  #watch(postmaster: Postmaster): void {
    this.#unwatch = watchPostmaster(postmaster, () => {
      this.#postmaster = null;
      this.#log.error({ lastLines: lastLogLines(this.#options.layout.log) }, "embedded database ended unexpectedly");
      this.#restarting = this.#restart();
    });
  }

  async #restart(): Promise<void> {
    const { signal } = this.#stopping;
    for (let pauseMs = restartPauseMinMs; !signal.aborted; pauseMs = Math.min(2 * pauseMs, restartPauseMaxMs)) {
      try {
        await delay(pauseMs, undefined, { signal });
        const postmaster = await obtainPostmaster(this.#options);
        this.#postmaster = postmaster;
        this.#watch(postmaster);
        this.#log.warn({ pid: postmaster.pid }, "embedded database restarted");
        return;
      } catch (error) {
        if (!signal.aborted) this.#log.error({ err: error }, "embedded database did not restart");
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#restarting;
    this.#unwatch();
    if (this.#postmaster !== null) await stopPostmaster(this.#postmaster);
    this.#postmaster = null;
  }
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
    const supervisor = new Supervisor(options, log, postmaster);
    const stop = () => supervisor.stop().finally(release);
    const url = connectionUrl(endpoint, applicationRole, applicationRole);
    return { url, adopted: postmaster.adopted, pid: () => supervisor.pid, stop };
  } catch (error) {
    if (postmaster !== null) await stopPostmaster(postmaster);
    release();
    throw error;
  }
}
