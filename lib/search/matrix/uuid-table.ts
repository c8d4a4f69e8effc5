import { grown } from "./grown";
import { compareUuids, readUuid, uuidWords, writeUuid } from "./uuid-words";

const noSlot = -1;
const bucketsMin = 64;

/**
 * UUIDs in slots 0 to `size` - 1, with a hash table (open addressing, linear probing) from UUID to slot: about 26 bytes
 * for each, where a Map with texts takes over 100.
 */
export class UuidTable {
  #words = new Uint32Array(0);
  #buckets = new Int32Array(bucketsMin).fill(noSlot);
  #size = 0;
  readonly #sought = new Uint32Array(uuidWords);

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#words.byteLength + this.#buckets.byteLength;
  }

  /** The slot of a UUID, -1 when it has none. */
  find(uuid: string): number {
    return this.#buckets[this.#bucketOf(uuid)] ?? noSlot;
  }

  /** The slot of a UUID, a new one at the end when it had none. */
  add(uuid: string): number {
    const found = this.find(uuid);
    if (found !== noSlot) return found;
    const slot = this.#size;
    this.#size += 1;
    this.#words = grown(this.#words, this.#size * uuidWords);
    writeUuid(this.#words, slot * uuidWords, uuid);
    if (this.#size * 4 > this.#buckets.length * 3) this.#rehash(this.#buckets.length * 2);
    else this.#buckets[this.#bucketOf(uuid)] = slot;
    return slot;
  }

  /** Empties a slot by moving the last UUID into it. */
  remove(slot: number): void {
    const last = this.#size - 1;
    this.#unlink(this.#bucketOfSlot(slot));
    if (slot !== last) {
      this.#buckets[this.#bucketOfSlot(last)] = slot;
      this.#words.copyWithin(slot * uuidWords, last * uuidWords, (last + 1) * uuidWords);
    }
    this.#size = last;
  }

  clear(): void {
    this.#words = new Uint32Array(0);
    this.#buckets = new Int32Array(bucketsMin).fill(noSlot);
    this.#size = 0;
  }

  at(slot: number): string {
    return readUuid(this.#words, slot * uuidWords);
  }

  /** Negative when the UUID of the first slot is the smaller one. */
  compare(slot: number, other: number): number {
    return compareUuids(this.#words, slot * uuidWords, other * uuidWords);
  }

  #bucketOf(uuid: string): number {
    writeUuid(this.#sought, 0, uuid);
    return this.#probe(this.#sought, 0, (slot) => this.#equalsSought(slot));
  }

  #bucketOfSlot(wanted: number): number {
    return this.#probe(this.#words, wanted * uuidWords, (slot) => slot === wanted);
  }

  /** The bucket of the slot that `isWanted`, else the empty one where it would be. */
  #probe(words: Uint32Array, offset: number, isWanted: (slot: number) => boolean): number {
    const mask = this.#buckets.length - 1;
    let bucket = hash(words, offset) & mask;
    for (;;) {
      const slot = this.#buckets[bucket] ?? noSlot;
      if (slot === noSlot || isWanted(slot)) return bucket;
      bucket = (bucket + 1) & mask;
    }
  }

  #equalsSought(slot: number): boolean {
    const offset = slot * uuidWords;
    for (let word = 0; word < uuidWords; word += 1) {
      if (this.#words[offset + word] !== this.#sought[word]) return false;
    }
    return true;
  }

  /** Empties a bucket and moves later ones up that would not be found behind the gap. */
  #unlink(emptied: number): void {
    const mask = this.#buckets.length - 1;
    let gap = emptied;
    for (let bucket = (gap + 1) & mask; ; bucket = (bucket + 1) & mask) {
      const slot = this.#buckets[bucket] ?? noSlot;
      if (slot === noSlot) break;
      const home = hash(this.#words, slot * uuidWords) & mask;
      if (((bucket - home) & mask) < ((bucket - gap) & mask)) continue;
      this.#buckets[gap] = slot;
      gap = bucket;
    }
    this.#buckets[gap] = noSlot;
  }

  #rehash(buckets: number): void {
    this.#buckets = new Int32Array(buckets).fill(noSlot);
    for (let slot = 0; slot < this.#size; slot += 1) this.#buckets[this.#bucketOfSlot(slot)] = slot;
  }
}

/** Of UUIDs of version 7 the last words are random; others are random throughout. */
function hash(words: Uint32Array, offset: number): number {
  const mixed = Math.imul((words[offset + 2] ?? 0) ^ Math.imul(words[offset + 3] ?? 0, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
