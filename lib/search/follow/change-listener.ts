import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

const channel = "collection_change";
const connectionTimeoutMs = 2_000;
const pauseMs = { first: 500, last: 30_000 };

export interface ListenerEvents {
  /** Listening has begun, again perhaps: what was told meanwhile is lost. */
  readonly onListening: () => void;
  readonly onVersion: (serviceId: string, version: bigint) => void;
  readonly onLost: (reason: string) => void;
}

/**
 * Hears of collections that any server has changed, on a connection of its own that is made anew when it breaks. It
 * only saves the next search some work: whether the index is up to date is asked of the database each time.
 */
export class ChangeListener {
  readonly #databaseUrl: string;
  readonly #events: ListenerEvents;
  readonly #stopping = new AbortController();
  readonly #ended: Promise<void>;

  constructor(databaseUrl: string, events: ListenerEvents) {
    this.#databaseUrl = databaseUrl;
    this.#events = events;
    this.#ended = this.#listen();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
  }

  async #listen(): Promise<void> {
    const { signal } = this.#stopping;
    for (let pause = pauseMs.first; !signal.aborted; pause = Math.min(2 * pause, pauseMs.last)) {
      const startedAt = performance.now();
      const reason = await this.#listenOnce();
      if (signal.aborted) return;
      this.#events.onLost(reason);
      if (performance.now() - startedAt > pauseMs.last) pause = pauseMs.first;
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns why the connection ended */
  async #listenOnce(): Promise<string> {
    const client = new pg.Client({
      connectionString: this.#databaseUrl,
      connectionTimeoutMillis: connectionTimeoutMs,
      application_name: "mien-search-listener",
      keepAlive: true,
    });
    const end = () => void client.end().catch(() => undefined);
    const lost = new Promise<string>((resolve) => {
      client.once("error", (error) => resolve(error.message));
      client.once("end", () => resolve("The connection was closed."));
    });
    client.on("error", () => undefined);
    client.on("notification", ({ payload }) => this.#hear(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      this.#stopping.signal.addEventListener("abort", end, { once: true });
      if (this.#stopping.signal.aborted) end();
      this.#events.onListening();
      return await lost;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      this.#stopping.signal.removeEventListener("abort", end);
      end();
    }
  }

  #hear(payload: string | undefined): void {
    const [, serviceId, version] = /^(\S+) (\d+)$/.exec(payload ?? "") ?? [];
    if (serviceId !== undefined && version !== undefined) this.#events.onVersion(serviceId, BigInt(version));
  }
}
