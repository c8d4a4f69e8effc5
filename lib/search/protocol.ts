import type { IndexStatistics } from "@/lib/observability/metrics";
import type { Candidate } from "@/lib/search/matrix/face-matrix";

/** Cloned into the worker as its `workerData`. */
export interface SearchSettings {
  readonly databaseUrl: string;
  /** 32 bytes under which embeddings are sealed. */
  readonly key: Uint8Array;
  /** For the rows of all collections together. */
  readonly memoryBytesMax: number;
}

/** Which embeddings are meant: those of a service that the same version of the networks made. */
export interface Gallery {
  readonly serviceId: string;
  readonly modelTag: string;
}

export interface SearchQuestion extends Gallery {
  readonly probes: readonly Float32Array[];
  /** Candidates for each probe at most. */
  readonly subjectsMax: number;
}

/** What is asked of the worker, and what each question is answered with. */
export interface Questions {
  readonly search: { readonly question: SearchQuestion; readonly answer: readonly (readonly Candidate[])[] };
  readonly countSubjects: { readonly question: Gallery; readonly answer: number };
  /** Reads every collection there is. */
  readonly loadAll: { readonly question: null; readonly answer: null };
  /** Closes the connections to the database; nothing may be asked afterwards. */
  readonly stop: { readonly question: null; readonly answer: null };
}

export type QuestionName = keyof Questions;

export interface WorkerQuestion {
  readonly id: number;
  readonly name: QuestionName;
  readonly question: Questions[QuestionName]["question"];
}

export type LogLevel = "info" | "warn" | "error";

/** What the worker tells. `detail` is for the log and holds neither ids of persons nor numbers of embeddings. */
export type WorkerMessage =
  | { readonly type: "answer"; readonly id: number; readonly answer: unknown }
  | {
      readonly type: "failure";
      readonly id: number;
      readonly code: "unavailable" | "internal";
      readonly detail: string;
    }
  | { readonly type: "statistics"; readonly statistics: IndexStatistics }
  | { readonly type: "log"; readonly level: LogLevel; readonly event: string; readonly detail: string };
