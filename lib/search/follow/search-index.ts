import pg from "pg";
import type { IndexStatistics } from "@/lib/observability/metrics";
import type { Candidate } from "@/lib/search/matrix/face-matrix";
import { MemoryFullError, VectorMemory } from "@/lib/search/matrix/vector-memory";
import type { Gallery, LogLevel, SearchQuestion, SearchSettings } from "@/lib/search/protocol";
import { Collection } from "./collection";
import { readServiceIds, readVersions } from "./collection-rows";
import { LoadedFaces } from "./loaded-faces";

const connectionsMax = 3;
const connectionTimeoutMs = 2_000;
const statementTimeoutMs = 10_000;

export interface IndexEvents {
  readonly onLog: (level: LogLevel, event: string, detail: string) => void;
  /** The faces in memory may be others. */
  readonly onChange: () => void;
}

/** The faces of all services. Everything is exact as of the moment a question is asked. */
export class SearchIndex {
  readonly #pool: pg.Pool;
  readonly #memory: VectorMemory;
  readonly #key: Buffer;
  readonly #events: IndexEvents;
  readonly #collections = new Map<string, Collection>();

  constructor({ databaseUrl, key, memoryBytesMax }: SearchSettings, events: IndexEvents) {
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      max: connectionsMax,
      connectionTimeoutMillis: connectionTimeoutMs,
      statement_timeout: statementTimeoutMs,
      application_name: "mien-search",
    });
    this.#pool.on("error", (error) => events.onLog("warn", "search_connection_lost", error.message));
    this.#memory = new VectorMemory(memoryBytesMax);
    this.#key = Buffer.from(key);
    this.#events = events;
  }

  search(question: SearchQuestion): Promise<Candidate[][]> {
    return this.#use(question.serviceId, (faces) => faces.search(question));
  }

  /** Subjects with at least one face of that version of the networks. */
  countSubjects({ serviceId, modelTag }: Gallery): Promise<number> {
    return this.#use(serviceId, (faces) => faces.countSubjects(modelTag));
  }

  /** Reads all collections that there is memory for, the latest changed first. @throws what the database throws */
  async loadAll(): Promise<void> {
    for (const serviceId of await readServiceIds(this.#pool)) {
      if (this.#memory.bytesLeft === 0) return;
      try {
        await this.#use(serviceId, () => undefined);
      } catch (error) {
        this.#events.onLog("error", "search_load", messageOf(error));
      }
    }
  }

  /** Another server, or this one, raised the version of a collection. */
  async noteVersion(serviceId: string, version: bigint): Promise<void> {
    const known = this.#collections.get(serviceId)?.version ?? null;
    if (known !== null && known < version) await this.#use(serviceId, () => undefined);
  }

  /** Catches up with everything that was missed, and drops what was deleted. */
  async refresh(): Promise<void> {
    const known = [...this.#collections.keys()];
    const versions = await readVersions(this.#pool, known);
    for (const serviceId of known) {
      const version = versions.get(serviceId);
      if (version === undefined) await this.#use(serviceId, () => undefined);
      else await this.noteVersion(serviceId, version);
    }
  }

  statistics(): IndexStatistics {
    const faces = [...this.#collections.values()].map((collection) => collection.faces);
    const sum = (measure: (loaded: LoadedFaces) => number) => faces.reduce((all, loaded) => all + measure(loaded), 0);
    return {
      collections: faces.length,
      faces: sum((loaded) => loaded.faces),
      bytes: sum((loaded) => loaded.bytes),
      unreadable: sum((loaded) => loaded.unreadable),
    };
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /** Calls `work` with the faces as they are now. Until then nobody else can take their memory away. */
  async #use<T>(serviceId: string, work: (faces: LoadedFaces) => T): Promise<T> {
    const collection = this.#collectionOf(serviceId);
    collection.users += 1;
    collection.usedAtMs = performance.now();
    try {
      await this.#update(collection);
      return work(collection.faces);
    } finally {
      collection.users -= 1;
      // Of a deleted service, or of an id that never was one.
      if (collection.users === 0 && collection.version === null) this.#collections.delete(serviceId);
    }
  }

  async #update(collection: Collection): Promise<void> {
    const before = collection.version;
    for (;;) {
      try {
        await collection.bringUpToDate();
        break;
      } catch (error) {
        if (!(error instanceof MemoryFullError && this.#forgetOldest())) throw error;
      }
    }
    if (collection.version !== before) this.#events.onChange();
  }

  /** @returns whether there was another collection whose memory could be given back */
  #forgetOldest(): boolean {
    const idle = [...this.#collections].filter(([, { users, faces }]) => users === 0 && faces.bytes > 0);
    const [oldest] = idle.sort(([, one], [, other]) => one.usedAtMs - other.usedAtMs);
    if (oldest === undefined) return false;
    const [serviceId, collection] = oldest;
    this.#events.onLog(
      "warn",
      "search_memory_full",
      "The collection unused for longest is read again when it is needed.",
    );
    collection.forget();
    this.#collections.delete(serviceId);
    return true;
  }

  #collectionOf(serviceId: string): Collection {
    const known = this.#collections.get(serviceId);
    if (known !== undefined) return known;
    const collection = new Collection(serviceId, this.#pool, new LoadedFaces(this.#memory, this.#key));
    this.#collections.set(serviceId, collection);
    return collection;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
