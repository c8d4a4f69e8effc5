import { setTimeout as delay } from "node:timers/promises";
import type { DatabaseLog } from "@/lib/db/database-log";
import { type ObtainOptions, obtainPostmaster } from "./obtain-postmaster";
import { type Postmaster, stopPostmaster, watchPostmaster } from "./postmaster";
import { lastLogLines } from "./server-log";

const restartPauseMinMs = 100;
const restartPauseMaxMs = 5_000;

/** Keeps one PostgreSQL server running until it is stopped. */
export class PostmasterKeeper {
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
