import { Worker } from "node:worker_threads";
import { InferenceError } from "@/inference/inference-error";
import { createFlags, forgetNativeCalls, stopNativeCalls } from "@/inference/pool/native-calls";
import { unpackError, type WorkerMessage } from "@/inference/pool/protocol";

export interface WorkerThreadOptions {
  /** Path of the compiled JavaScript entry. */
  readonly file: string;
  /** Cloned into the thread as its `workerData`. */
  readonly data: unknown;
  readonly bootTimeoutMs: number;
  /** JavaScript heap; pixels, tensors and weights live outside it and do not count. */
  readonly heapMaxMb: number;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One thread that runs one task at a time. When it dies, the task it had fails with `worker_lost`. */
export class WorkerThread {
  readonly #worker: Worker;
  readonly #flags = createFlags();
  /** Waits for the boot first, then for the task that runs. */
  #pending: Pending | undefined;
  #lostReason: Error | undefined;
  /** Called once, at the first sign that the thread dies without having been stopped. */
  onLost: (reason: Error) => void = () => {};

  private constructor(options: WorkerThreadOptions) {
    // The parent's flags (a TypeScript loader, a test runner's) are not for compiled code.
    this.#worker = new Worker(/* turbopackIgnore: true */ options.file, {
      name: "mien-inference",
      workerData: options.data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.heapMaxMb },
    });
    // Waits at the port until `serveTasks` takes it.
    this.#worker.postMessage(this.#flags);
    this.#worker.on("message", (message: WorkerMessage) => this.#receive(message));
    this.#worker.on("messageerror", (error) => this.#lose(error));
    this.#worker.on("error", (error) => this.#lose(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", (status) => {
      forgetNativeCalls(this.#flags);
      this.#lose(new Error(`The thread ended with status ${status}.`));
    });
  }

  /** Starts a thread and waits until it is ready. Rejects with the reason when its boot throws, ends, takes too long or is aborted. */
  static async boot(options: WorkerThreadOptions, signal: AbortSignal): Promise<WorkerThread> {
    const thread = new WorkerThread(options);
    const { bootTimeoutMs } = options;
    const slow = new InferenceError("timeout", `An inference worker was not ready after ${bootTimeoutMs} ms.`);
    const timer = setTimeout(() => thread.#lose(slow), bootTimeoutMs);
    const onAbort = () => thread.#lose(new InferenceError("worker_lost", "The inference workers are stopping."));
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      await new Promise<unknown>((resolve, reject) => {
        thread.#pending = { resolve, reject };
      });
      return thread;
    } catch (error) {
      const reason = thread.#lostReason ?? error;
      await thread.stop();
      throw reason;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
    }
  }

  /**
   * @param transferList buffers of `input` to move instead of copying; empty for the caller afterwards
   * @throws whatever the task threw; InferenceError `worker_lost` when the thread dies; DataCloneError for an input that cannot be posted
   */
  run(input: unknown, transferList: readonly ArrayBuffer[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#pending !== undefined) throw new Error("A worker thread was given a second task.");
      this.#worker.postMessage(input, [...transferList]);
      this.#pending = { resolve, reject };
    });
  }

  /** Ends the thread, in the middle of its task if need be. A network cannot be interrupted: this waits for it to return. */
  async stop(): Promise<void> {
    this.onLost = () => {};
    await this.#end();
  }

  /** Terminating a thread inside the networks' runtime would end the process. */
  async #end(): Promise<void> {
    await new Promise<void>((resolve) => stopNativeCalls(this.#flags, resolve));
    await this.#worker.terminate();
  }

  #receive(message: WorkerMessage): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (message.type === "ready") pending?.resolve(undefined);
    else if (message.type === "done") pending?.resolve(message.result);
    else {
      const error = unpackError(message.error);
      // The thread ends right after that, on a busy machine before anybody hears of either.
      if (message.type === "bootFailed") this.#lostReason ??= error;
      pending?.reject(error);
    }
  }

  #lose(reason: Error): void {
    if (this.#lostReason !== undefined) return;
    this.#lostReason = reason;
    void this.#end();
    // The owner must know first: it would otherwise take the end of the task for a thread that is free again.
    this.onLost(reason);
    const text = "The inference worker stopped while it worked on the image.";
    this.#pending?.reject(new InferenceError("worker_lost", text, { cause: reason }));
    this.#pending = undefined;
  }
}
