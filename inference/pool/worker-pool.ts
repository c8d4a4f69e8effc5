import { InferenceError } from "@/inference/inference-error";
import { type PoolLog, silentLog } from "@/inference/pool/pool-log";
import { RetryEstimate } from "@/inference/pool/retry-estimate";
import { Task, type TaskOutcome, type TaskRequest } from "@/inference/pool/task";
import { WorkerSlot } from "@/inference/pool/worker-slot";

export interface PoolOptions {
  /** Path of the workers' compiled JavaScript entry, a file that calls `serveTasks`. */
  readonly workerFile: string;
  /** Cloned into each worker as its `workerData`. */
  readonly workerData?: unknown;
  readonly workers: number;
  /** Tasks that may wait while every worker is busy; one more is refused. */
  readonly queueMax: number;
  /** Counted from the task's start, not its arrival. */
  readonly taskTimeoutMs: number;
  readonly bootTimeoutMs?: number;
  readonly heapMaxMb?: number;
  readonly log?: PoolLog;
}

export interface PoolStats {
  /** Workers that are ready, at work or not. */
  readonly workers: number;
  readonly busy: number;
  readonly queued: number;
  /** Workers started in place of lost ones. */
  readonly restarts: number;
  /** Tasks that workers finished with a result. */
  readonly completed: number;
}

/** Long-lived workers behind one bounded queue, first come first served. */
export class WorkerPool {
  readonly #options: PoolOptions;
  readonly #slots: readonly WorkerSlot[];
  readonly #estimate = new RetryEstimate();
  #queue: Task[] = [];
  #completed = 0;
  #isClosing = false;
  #onDrained: (() => void) | undefined;

  private constructor(options: PoolOptions) {
    this.#options = options;
    const thread = {
      file: options.workerFile,
      data: options.workerData,
      bootTimeoutMs: options.bootTimeoutMs ?? 180_000,
      heapMaxMb: options.heapMaxMb ?? 512,
    };
    const { taskTimeoutMs, log = silentLog } = options;
    const slot = { thread, taskTimeoutMs, log, onChange: () => this.#advance() };
    this.#slots = Array.from({ length: options.workers }, () => new WorkerSlot(slot));
  }

  /** Starts all workers; resolves when every one is ready, rejects with the first failure's reason after stopping the others. */
  static async start(options: PoolOptions): Promise<WorkerPool> {
    const pool = new WorkerPool(options);
    try {
      await Promise.all(pool.#slots.map((slot) => slot.open()));
      return pool;
    } catch (error) {
      await pool.close({ drainMs: 0 });
      throw error;
    }
  }

  /**
   * Runs a task on the next free worker.
   *
   * @throws what the task threw, or InferenceError: `busy` at once when the queue is full; `timeout`; `worker_lost` when
   *   its worker dies, no worker is left, or the pool is closing. An aborted signal rejects with the signal's reason.
   */
  async run(request: TaskRequest): Promise<TaskOutcome> {
    const { signal } = request;
    signal?.throwIfAborted();
    this.requireRoom();
    let onAbort = () => {};
    const outcome = new Promise<TaskOutcome>((resolve, reject) => {
      const task = new Task(request, { resolve, reject });
      onAbort = () => this.#abandon(task, signal?.reason);
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#queue.push(task);
      this.#advance();
    });
    return outcome.finally(() => signal?.removeEventListener("abort", onAbort));
  }

  /**
   * Tells before any effort whether a task would be taken now; keeps no place for it.
   *
   * @throws InferenceError `busy` or `worker_lost`, as `run` would at once
   */
  requireRoom(): void {
    if (this.#isClosing) throw stoppingError();
    if (this.#hasNoProspect()) throw noWorkerError();
    if (this.#count("idle") > 0 || this.#queue.length < this.#options.queueMax) return;
    const { workers } = this.#options;
    const retryAfterS = this.#estimate.seconds({ tasks: this.#queue.length + workers, workers });
    throw new InferenceError("busy", "All inference workers are busy and their queue is full.", { retryAfterS });
  }

  stats(): PoolStats {
    const busy = this.#count("busy");
    const restarts = this.#slots.reduce((sum, slot) => sum + slot.restarts, 0);
    const workers = busy + this.#count("idle");
    return { workers, busy, queued: this.#queue.length, restarts, completed: this.#completed };
  }

  /** Refuses new tasks, lets the accepted ones finish for up to `drainMs`, then ends the workers; what is left fails with `worker_lost`. */
  async close({ drainMs }: { readonly drainMs: number }): Promise<void> {
    this.#isClosing = true;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#onDrained = resolve;
      timer = setTimeout(resolve, drainMs);
      this.#advance();
    });
    clearTimeout(timer);
    this.#failQueued(stoppingError());
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  /** Hands waiting tasks to idle workers; called whenever either may have changed. */
  #advance(): void {
    for (const slot of this.#slots) {
      if (slot.state !== "idle") continue;
      const task = this.#queue.shift();
      if (task === undefined) break;
      void this.#perform(slot, task);
    }
    if (this.#hasNoProspect()) this.#failQueued(noWorkerError());
    if (this.#queue.length === 0 && this.#count("busy") === 0) this.#onDrained?.();
  }

  async #perform(slot: WorkerSlot, task: Task): Promise<void> {
    const startedAtMs = performance.now();
    if (!(await slot.run(task))) return;
    this.#completed += 1;
    this.#estimate.record(performance.now() - startedAtMs);
  }

  #abandon(task: Task, reason: unknown): void {
    this.#queue = this.#queue.filter((queued) => queued !== task);
    task.fail(reason);
    this.#advance();
  }

  #failQueued(error: InferenceError): void {
    for (const task of this.#queue.splice(0)) task.fail(error);
  }

  /** No worker is there and none is on its way: every slot's last boot failed. */
  #hasNoProspect(): boolean {
    return this.#slots.every(({ state }) => state === "waiting" || state === "closed");
  }

  #count(state: "idle" | "busy"): number {
    return this.#slots.filter((slot) => slot.state === state).length;
  }
}

function stoppingError(): InferenceError {
  return new InferenceError("worker_lost", "The inference workers are stopping.");
}

function noWorkerError(): InferenceError {
  return new InferenceError("worker_lost", "No inference worker is running and the last one did not start.");
}
