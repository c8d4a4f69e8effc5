import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/errors/app-error";
import type { IndexStatistics } from "@/lib/observability/metrics";
import type { LogLevel, QuestionName, Questions, SearchSettings, WorkerMessage } from "./protocol";
import type { Searcher } from "./searcher";

const retryAfterS = 1;
const answerMsMax = 30_000;
const stopMsMax = 2_000;
const heapMaxMb = 512;
/** Small, since rows that are read live briefly: left alone, it grows to as much as a small collection's matrix. */
const youngHeapMaxMb = 8;
const pauseMs = { first: 500, last: 30_000 };
/** A thread that lived this long did not fail at its start. */
const healthyMs = 10_000;

export interface ThreadOptions {
  /** Path of the compiled `worker.ts`. */
  readonly workerFile: string;
  readonly settings: SearchSettings;
  readonly log: (level: LogLevel, event: string, detail: string) => void;
}

interface Pending {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The worker thread with the search index. One that dies fails what was asked of it and is replaced. */
export class SearchThread implements Searcher {
  readonly #options: ThreadOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #startedAtMs = 0;
  #pauseMs = pauseMs.first;
  #restart: NodeJS.Timeout | undefined;
  #nextId = 1;
  #isClosing = false;
  #statistics: IndexStatistics = { collections: 0, faces: 0, bytes: 0, unreadable: 0 };

  constructor(options: ThreadOptions) {
    this.#options = options;
    this.#start();
  }

  statistics(): IndexStatistics {
    return this.#statistics;
  }

  async ask<Name extends QuestionName>(
    name: Name,
    question: Questions[Name]["question"],
    msMax = answerMsMax,
  ): Promise<Questions[Name]["answer"]> {
    const worker = this.#worker;
    if (worker === null) throw lostError();
    const id = this.#nextId;
    this.#nextId += 1;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        this.#pending.set(id, { resolve: resolve as (answer: unknown) => void, reject });
        timer = setTimeout(() => reject(new AppError("timeout", "The search took too long.")), msMax);
        worker.postMessage({ id, name, question });
      });
    } finally {
      clearTimeout(timer);
      this.#pending.delete(id);
    }
  }

  /** Ends the thread; what it has not answered yet fails. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearTimeout(this.#restart);
    const worker = this.#worker;
    if (worker === null) return;
    await this.ask("stop", null, stopMsMax).catch(() => undefined);
    await worker.terminate();
  }

  #start(): void {
    const { workerFile, settings } = this.#options;
    // The parent's flags (a TypeScript loader, a test runner's) are not for compiled code.
    const worker = new Worker(/* turbopackIgnore: true */ workerFile, {
      name: "mien-search",
      workerData: settings,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heapMaxMb, maxYoungGenerationSizeMb: youngHeapMaxMb },
    });
    this.#worker = worker;
    this.#startedAtMs = performance.now();
    worker.on("message", (message: WorkerMessage) => this.#receive(message));
    worker.on("error", (error) => this.#lose(worker, error instanceof Error ? error.message : String(error)));
    worker.on("exit", (status) => this.#lose(worker, `The thread ended with status ${status}.`));
  }

  #receive(message: WorkerMessage): void {
    if (message.type === "log") this.#options.log(message.level, message.event, message.detail);
    else if (message.type === "statistics") this.#statistics = message.statistics;
    else if (message.type === "answer") this.#pending.get(message.id)?.resolve(message.answer);
    else this.#pending.get(message.id)?.reject(failure(message.code, message.detail));
  }

  #lose(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { reject } of this.#pending.values()) reject(lostError());
    this.#pending.clear();
    if (this.#isClosing) return;
    this.#options.log("error", "search_thread_lost", reason);
    const isHealthy = performance.now() - this.#startedAtMs > healthyMs;
    this.#pauseMs = isHealthy ? pauseMs.first : Math.min(2 * this.#pauseMs, pauseMs.last);
    this.#restart = setTimeout(() => this.#replace(), isHealthy ? 0 : this.#pauseMs).unref();
  }

  #replace(): void {
    this.#start();
    // Searches wait for their own collection only; this has the others ready too.
    this.ask("loadAll", null, 600_000).catch((error: unknown) => {
      this.#options.log("warn", "search_load", String(error));
    });
  }
}

function lostError(): AppError {
  return new AppError("unavailable", "The search has just ended and starts again.", { retryAfterS });
}

function failure(code: "unavailable" | "internal", detail: string): Error {
  const cause = new Error(detail);
  if (code === "internal") return cause;
  return new AppError("unavailable", "The face collection cannot be searched at the moment.", { cause, retryAfterS });
}
