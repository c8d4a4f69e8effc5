/** Weight of the newest task in the running mean; about the last ten tasks count. */
const newestWeight = 0.1;

/** Guesses from recent task times when a full queue will have moved on. */
export class RetryEstimate {
  #meanMs: number | undefined;

  record(taskMs: number): void {
    this.#meanMs = this.#meanMs === undefined ? taskMs : this.#meanMs + newestWeight * (taskMs - this.#meanMs);
  }

  /** Whole seconds until `workers` have worked off `tasks`, 1 to 60; 1 before any task has finished. */
  seconds({ tasks, workers }: { readonly tasks: number; readonly workers: number }): number {
    const waitMs = ((this.#meanMs ?? 0) * tasks) / Math.max(1, workers);
    return Math.min(60, Math.max(1, Math.ceil(waitMs / 1000)));
  }
}
