import type { IndexStatistics, PoolStatistics } from "@/lib/observability/metrics";

/** How the server is that answers; where several share a database, each tells of itself. */
export interface ServerState {
  readonly version: string;
  readonly startedAt: Date;
  readonly modelPack: {
    /** Null before any start. */
    readonly id: string | null;
    /** Of the embeddings that are compared. */
    readonly modelTag: string;
    /** Whether stored faces are being embedded anew for another pack. */
    readonly isMoving: boolean;
  };
  /** Null where there are no workers, as while shutting down. */
  readonly workers: PoolStatistics | null;
  /** Pictures analysed, mean of the last minute. */
  readonly imagesPerSecond: number;
  readonly index: IndexStatistics | null;
  readonly memory: MemoryState;
  readonly disk: DiskState;
  readonly database: DatabaseState & { readonly isEmbedded: boolean };
  readonly mail: MailState & { readonly isEnabled: boolean };
}

export interface MemoryState {
  /** Of this process with all its threads, as the system counts it. */
  readonly usedBytes: number;
  /** Of the machine, or of the container where that has less. */
  readonly totalBytes: number;
}

/** Of the file system with the data directory. */
export interface DiskState {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface DatabaseState {
  readonly version: string;
  readonly bytes: number;
  /** How long the smallest question took. */
  readonly answerMs: number;
}

export interface MailState {
  /** Mails that were written and not yet sent. */
  readonly waiting: number;
  /** Of the mail server, about the last mail that it did not take; null where there is none. */
  readonly lastError: string | null;
}
