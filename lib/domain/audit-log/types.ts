import type { Page } from "@/lib/domain/applications/types";

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
  readonly ip: string | null;
}

/** What all wanted events have in common; nothing said is everything. */
export interface AuditFilter {
  readonly action?: string | undefined;
  readonly actorUserId?: string | undefined;
  readonly objectId?: string | undefined;
  readonly applicationId?: string | undefined;
  /** Included. */
  readonly from?: Date | undefined;
  /** Excluded. */
  readonly to?: Date | undefined;
}

export type AuditQuery = AuditFilter & { readonly page: number; readonly size: number };
export type AuditPage = Page<AuditEvent>;
