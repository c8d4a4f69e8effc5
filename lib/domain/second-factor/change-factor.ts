import { config } from "@/lib/config/env";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { endSessionsOf } from "@/lib/domain/sessions/service";
import { enqueueMail } from "@/lib/mail/outbox";
import { secondFactorMail } from "@/lib/mail/templates";

interface FactorChange {
  readonly userId: string;
  readonly email: string;
  readonly actor: Actor;
  readonly action: `second_factor.${"enable" | "disable" | "renew_codes" | "reset"}`;
  /** Of the session in which it was changed; the others end. */
  readonly keptSessionId?: string;
}

/** What every change of a factor brings along: other sessions end, the person is told, and the trail has it. */
export async function concludeChange(
  tx: Prisma.TransactionClient,
  { userId, email, actor, action, keptSessionId }: FactorChange,
  now: Date,
): Promise<void> {
  await endSessionsOf(tx, userId, keptSessionId);
  if (config().mail.enabled) await enqueueMail(tx, { to: email, ...secondFactorMail() }, now);
  await recordAuditEvents(tx, [{ actor, action, objectType: "user", objectId: userId, result: "success" }]);
}
