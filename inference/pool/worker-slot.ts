import { setTimeout as delay } from "node:timers/promises";
import { InferenceError } from "@/inference/inference-error";
import type { PoolLog } from "@/inference/pool/pool-log";
import type { Task } from "@/inference/pool/task";
import { WorkerThread, type WorkerThreadOptions } from "@/inference/pool/worker-thread";

/** How long a slot waits for a thread stuck in native code before it starts another beside it. */
const stuckMs = 5_000;
const backoffMs = { first: 500, last: 30_000 };

export interface SlotOptions {
  readonly thread: WorkerThreadOptions;
  readonly taskTimeoutMs: number;
  readonly log: PoolLog;
  /** The slot's state changed: it may take a task, or has just lost its thread or failed to boot another. */
  readonly onChange: () => void;
}

/** `waiting`: the last boot failed and the next is some seconds off. */
export type SlotState = "booting" | "idle" | "busy" | "waiting" | "closed";

/** A place in the pool that keeps one thread alive: a thread that dies or hangs is replaced, with growing pauses while boots fail. */
export class WorkerSlot {
  readonly #options: SlotOptions;
  readonly #closing = new AbortController();
  #thread: WorkerThread | undefined;
  #state: SlotState = "booting";
  #restarts = 0;

  constructor(options: SlotOptions) {
    this.#options = options;
  }

  get state(): SlotState {
    return this.#state;
  }

  /** Threads started after the first. */
  get restarts(): number {
    return this.#restarts;
  }

  /** The first boot: a failure is the caller's. */
  async open(): Promise<void> {
    await this.#adopt(await WorkerThread.boot(this.#options.thread, this.#closing.signal));
  }

  /** Runs a task, which carries its own outcome; resolves to whether the worker had a result. Only for an idle slot. */
  async run(task: Task): Promise<boolean> {
    const thread = this.#thread;
    if (thread === undefined || this.#state !== "idle") throw new Error("A task was given to a slot that is not idle.");
    this.#state = "busy";
    task.markStarted();
    const timer = setTimeout(() => this.#expire(task, thread), this.#options.taskTimeoutMs);
    try {
      task.succeed(await thread.run(task.request.input, task.request.transferList ?? []));
      return true;
    } catch (error) {
      task.fail(error);
      return false;
    } finally {
      clearTimeout(timer);
      if (this.#thread === thread) this.#become("idle");
    }
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#closing.abort();
    this.#become("closed");
    await thread?.stop();
  }

  async #adopt(thread: WorkerThread): Promise<void> {
    if (this.#state === "closed") return thread.stop();
    this.#thread = thread;
    thread.onLost = (reason) => this.#replace(thread, reason);
    this.#become("idle");
  }

  #expire(task: Task, thread: WorkerThread): void {
    const late = new InferenceError("timeout", `The image took longer than ${this.#options.taskTimeoutMs} ms.`);
    task.fail(late);
    this.#replace(thread, late);
  }

  #replace(thread: WorkerThread, reason: Error): void {
    this.#thread = undefined;
    this.#options.log.warn({ event: "worker_lost", err: reason }, "Replacing an inference worker.");
    this.#become("booting");
    void this.#reboot(thread);
  }

  async #reboot(former: WorkerThread): Promise<void> {
    const { signal } = this.#closing;
    // Two threads of one slot at a time would overload the machine further when tasks time out because it is slow.
    await Promise.race([former.stop(), delay(stuckMs, undefined, { ref: false })]);
    for (let pauseMs = backoffMs.first; !signal.aborted; pauseMs = Math.min(2 * pauseMs, backoffMs.last)) {
      this.#become("booting");
      this.#restarts += 1;
      try {
        return await this.#adopt(await WorkerThread.boot(this.#options.thread, signal));
      } catch (error) {
        if (signal.aborted) return;
        this.#options.log.warn(
          { event: "worker_failed", err: error, pauseMs },
          "A new inference worker did not start; trying again.",
        );
        this.#become("waiting");
        await delay(pauseMs, undefined, { signal }).catch(() => {});
      }
    }
  }

  #become(state: SlotState): void {
    if (this.#state === "closed") return;
    this.#state = state;
    this.#options.onChange();
  }
}
