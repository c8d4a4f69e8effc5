import type { Pool } from "pg";
import { type ChangeRow, readChanges, readFaces, readVersion, withSnapshot } from "./collection-rows";
import { freshRuns } from "./fresh-runs";
import type { LoadedFaces } from "./loaded-faces";

/** Following more changes than this takes longer than reading the faces again. */
const lagMax = 20_000n;

/** One service's faces in memory, kept in step with the database. */
export class Collection {
  readonly faces: LoadedFaces;
  /** Who counts on the faces at the moment: they must not be forgotten meanwhile. */
  users = 0;
  /** When it was last searched, of `performance.now()`. */
  usedAtMs = performance.now();
  /**
   * Brings the faces up to at least what was committed before the call.
   *
   * @throws what the database throws; MemoryFullError
   */
  readonly bringUpToDate: () => Promise<void>;
  readonly #serviceId: string;
  readonly #pool: Pool;
  /** What the faces are those of; null until they are read, and when there are none in the database. */
  #version: bigint | null = null;

  constructor(serviceId: string, pool: Pool, faces: LoadedFaces) {
    this.faces = faces;
    this.#serviceId = serviceId;
    this.#pool = pool;
    this.bringUpToDate = freshRuns(() => this.#follow());
  }

  get version(): bigint | null {
    return this.#version;
  }

  /** Gives the memory back; the next `bringUpToDate` reads everything again. */
  forget(): void {
    this.faces.clear();
    this.#version = null;
  }

  async #follow(): Promise<void> {
    const target = await readVersion(this.#pool, this.#serviceId);
    if (target === null) return this.forget();
    if (this.#version === null || !(await this.#followTo(target))) await this.#load();
  }

  /** @returns false when changes are missing or too many, so that the faces must be read again */
  async #followTo(target: bigint): Promise<boolean> {
    for (let version = this.#version; version !== target; version = this.#version) {
      if (version === null || version > target || target - version > lagMax) return false;
      const changes = await readChanges(this.#pool, this.#serviceId, version, target);
      if (changes.length === 0 || !this.#applyInOrder(changes, version)) return false;
    }
    return true;
  }

  /** @returns false at the first change that is not the next one */
  #applyInOrder(changes: readonly ChangeRow[], version: bigint): boolean {
    for (const [index, change] of changes.entries()) {
      const next = version + BigInt(index) + 1n;
      if (BigInt(change.version) !== next || change.kind === "RELOAD") return false;
      this.faces.apply(change);
      this.#version = next;
    }
    return true;
  }

  async #load(): Promise<void> {
    // First, because there is not always room for two.
    this.forget();
    try {
      const version = await withSnapshot(this.#pool, async (client) => {
        const current = await readVersion(client, this.#serviceId);
        await readFaces(client, this.#serviceId, (faces) => {
          for (const face of faces) this.faces.add(face);
        });
        return current;
      });
      if (this.faces.faces === 0 && this.faces.unreadable > 0) {
        throw new Error("No embedding of the collection can be opened. Was MASTER_KEY changed?");
      }
      this.#version = version;
    } catch (error) {
      this.forget();
      throw error;
    }
  }
}
