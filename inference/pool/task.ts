/** What the caller hands in. */
export interface TaskRequest {
  readonly input: unknown;
  /** Buffers of the input that move to the worker when the task starts; empty for the caller from then on. */
  readonly transferList?: readonly ArrayBuffer[];
  /** Aborting takes a waiting task out of the queue; a running one is finished by its worker and its result dropped. */
  readonly signal?: AbortSignal;
}

export interface TaskOutcome {
  readonly result: unknown;
  /** Milliseconds the task waited for a worker. */
  readonly queueMs: number;
}

interface Settle {
  readonly resolve: (outcome: TaskOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** One task from its arrival on. Several may try to settle it (worker, time limit, abort): the first one counts. */
export class Task {
  readonly request: TaskRequest;
  readonly #settle: Settle;
  readonly #arrivedAtMs = performance.now();
  #queueMs = 0;

  constructor(request: TaskRequest, settle: Settle) {
    this.request = request;
    this.#settle = settle;
  }

  markStarted(): void {
    this.#queueMs = performance.now() - this.#arrivedAtMs;
  }

  succeed(result: unknown): void {
    this.#settle.resolve({ result, queueMs: this.#queueMs });
  }

  fail(error: unknown): void {
    this.#settle.reject(error);
  }
}
