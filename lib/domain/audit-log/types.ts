import type { Page } from "@/lib/domain/applications/types";

export const auditFormats = ["jsonl", "csv"] as const;
/** Of an export. */
export type AuditFormat = (typeof auditFormats)[number];

/** How many events are counted at most for a list's `total`, so that a long trail is not read to its end for it. */
export const countedMax = 10_000;

/** One event as the log shows it. */
export interface AuditEvent {
  /** Rises with time among the events of one process. */
  readonly id: string;
  readonly at: Date;
  readonly actorUserId: string | null;
  readonly actorLabel: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly result: string;
  /** Where the object is or was; null for what is in no application. */
  readonly applicationId: string | null;
  readonly ip: string | null;
}

/** What all wanted events have in common; nothing said is everything. */
export interface AuditFilter {
  readonly action?: string | undefined;
  readonly actorUserId?: string | undefined;
  /** E-mail address of an account, there or gone, or the name of a program. */
  readonly actor?: string | undefined;
  readonly objectId?: string | undefined;
  readonly applicationId?: string | undefined;
  /** Included. */
  readonly from?: Date | undefined;
  /** Excluded. */
  readonly to?: Date | undefined;
}

export type AuditQuery = AuditFilter & { readonly page: number; readonly size: number };
/** Its `total` counts up to `countedMax`: that many means that many or more. */
export type AuditPage = Page<AuditEvent>;
