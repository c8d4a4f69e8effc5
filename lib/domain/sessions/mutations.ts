import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type NewSession, sessionMsMax } from "./types";

const userAgentCharactersMax = 300;

export async function insertSession({ userAgent, ...session }: NewSession, now: Date): Promise<string> {
  const times = { createdAt: now, lastSeenAt: now, expiresAt: new Date(now.getTime() + sessionMsMax) };
  // PostgreSQL cannot store a zero byte, and the header may hold anything.
  const shownAgent = userAgent?.replaceAll("\0", "").slice(0, userAgentCharactersMax) ?? null;
  const id = randomUUID();
  await db().session.create({ data: { id, ...session, userAgent: shownAgent, ...times }, select: { id: true } });
  return id;
}

export async function touchSession(id: string, now: Date): Promise<void> {
  await db().session.updateMany({ where: { id }, data: { lastSeenAt: now } });
}

/** @returns the user whose session it was, or null when there was none */
export async function deleteSession(
  tx: Prisma.TransactionClient,
  id: string,
): Promise<{ id: string; email: string } | null> {
  const session = await tx.session.findUnique({
    where: { id },
    select: { user: { select: { id: true, email: true } } },
  });
  const { count } = await tx.session.deleteMany({ where: { id } });
  return count === 0 || session === null ? null : session.user;
}

/** @param keptId of the session that stays; undefined deletes all */
export async function deleteSessionsOf(tx: Prisma.TransactionClient, userId: string, keptId?: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(keptId === undefined ? {} : { id: { not: keptId } }) } });
}
