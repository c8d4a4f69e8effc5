import { processWide } from "./process-state";

const windowS = 60;

/** Counts by seconds, those of the last minute only. */
export class RateMeter {
  readonly #counts = new Map<number, number>();

  add(count: number, nowMs: number): void {
    const second = Math.floor(nowMs / 1000);
    this.#counts.set(second, (this.#counts.get(second) ?? 0) + count);
    this.#forget(second);
  }

  /** Mean of the last 60 seconds. */
  perSecond(nowMs: number): number {
    this.#forget(Math.floor(nowMs / 1000));
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0) / windowS;
  }

  #forget(now: number): void {
    for (const second of this.#counts.keys()) {
      if (second <= now - windowS) this.#counts.delete(second);
    }
  }
}

const meter = processWide("image-rate", () => new RateMeter());

/** Counts pictures that were analysed. */
export function countImages(count: number): void {
  meter.add(count, Date.now());
}

/** Pictures that this process analysed per second, over the last minute. */
export function imagesPerSecond(): number {
  return meter.perSecond(Date.now());
}
