import type { Prisma } from "@/lib/db/generated/client";

type JobKind = "IMPORT" | "EXPORT" | "REEMBED";
export type JobState = "WAITING" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";

/** Long work on a collection. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  /** Pieces of work; null until they are counted. */
  readonly total: number | null;
  /** Pieces that succeeded. */
  readonly done: number;
  /** Pieces that did not. */
  readonly failed: number;
  /** Why the whole failed. */
  readonly problem: string | null;
  readonly isCancelWanted: boolean;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export const isOver = ({ state }: Job): boolean => state !== "WAITING" && state !== "RUNNING";

/** What became of one piece. */
export interface JobItem {
  readonly position: number;
  readonly fileName: string;
  readonly subject: string;
  /** Null when the face was added. */
  readonly problem: string | null;
  readonly faceId: string | null;
}

export interface PageRequest {
  /** From 0. */
  readonly page: number;
  readonly size: number;
}

export interface Page<Item> extends PageRequest {
  readonly items: readonly Item[];
  readonly total: number;
}

export interface ItemsRequest extends PageRequest {
  /** Only pieces that did not succeed. */
  readonly onlyFailed: boolean;
}

export interface JobId {
  readonly id: string;
  readonly serviceId: string;
}

/** A job in the hands of one server. */
export interface HeldJob extends JobId {
  /** Tells this server's hold from that of another one that took the job later. */
  leaseUntil: Date;
}

export type Transaction = Prisma.TransactionClient;
