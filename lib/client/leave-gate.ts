/**
 * Stands before every way out of the page that is ours: it is open, unless something is under way that leaving would
 * end. Then whoever wants to go on is asked first.
 */
export class LeaveGate {
  readonly #listeners = new Set<() => void>();
  /** Ends what is under way; null when nothing is. */
  #end: (() => void) | null = null;
  /** Where the reader wants to go, though the gate is closed. */
  #wanted: (() => void) | null = null;

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly isClosed = (): boolean => this.#end !== null;

  /** Whether the reader has to say now what matters more. */
  readonly isAsking = (): boolean => this.#wanted !== null;

  /** @param end stops what is under way, once the reader leaves all the same @returns opens the gate again */
  close(end: () => void): () => void {
    this.#end = end;
    return () => {
      this.#end = null;
      this.#want(null);
    };
  }

  /** Goes there at once, or when the reader has said so. */
  pass(go: () => void): void {
    if (this.isClosed()) this.#want(go);
    else go();
  }

  readonly stay = (): void => this.#want(null);

  readonly leave = (): void => {
    const [end, go] = [this.#end, this.#wanted];
    this.#end = null;
    this.#want(null);
    end?.();
    go?.();
  };

  #want(wanted: (() => void) | null): void {
    this.#wanted = wanted;
    for (const listener of this.#listeners) listener();
  }
}

/** The one of this window. */
export const leaveGate = new LeaveGate();
