import { db } from "@/lib/db/client";
import type { DatabaseState, MailState } from "./types";

export async function askDatabase(): Promise<DatabaseState> {
  const [row] = await db().$queryRaw<{ version: string; bytes: bigint }[]>`
    SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes`;
  const start = performance.now();
  await db().$queryRaw`SELECT 1`;
  return { version: row?.version ?? "", bytes: Number(row?.bytes ?? 0), answerMs: performance.now() - start };
}

/** A mail that was sent in the end has no error any more. */
export async function findMailState(): Promise<MailState> {
  const waiting = await db().outbox.count({ where: { sentAt: null } });
  const failed = await db().outbox.findFirst({
    where: { lastError: { not: null } },
    orderBy: { nextAttemptAt: "desc" },
    select: { lastError: true },
  });
  return { waiting, lastError: failed?.lastError ?? null };
}
