import type { AdminActor } from "@/lib/auth/actor";
import { inEvenTime } from "@/lib/auth/even-time";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { isRowId } from "@/lib/db/row-id";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { auditActorOf } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { findLiveSession, findLiveSessionsOf } from "./data";
import { deleteSession, deleteSessionsOf, insertSession, touchSession } from "./mutations";
import { tryCodeAlone, tryCredentials } from "./try-credentials";
import type { CodeTry, Credentials, NewSession, SessionItem, SignedInUser, SignInOutcome } from "./types";

const touchMs = 60_000;

/**
 * Checks an address and a password. Wrong, unknown, unverified, disabled and tried too often look the same, in answer
 * and in time. After ten failures an address waits, known or not, the right password included; see `addressPolicy`.
 * Only who knows the password learns that a code is needed besides.
 */
export function verifyCredentials(credentials: Credentials, now = new Date()): Promise<SignInOutcome> {
  return inEvenTime(() => tryCredentials(credentials, now));
}

/** Checks the code of somebody whom the identity provider knows, as `verifyCredentials` does after a password. */
export function verifyCode(step: CodeTry, now = new Date()): Promise<SignedInUser | null> {
  return inEvenTime(() => tryCodeAlone(step, now));
}

/** Signs a user in whose credentials were verified. */
export async function createSession(session: NewSession, now = new Date()): Promise<{ sessionId: string }> {
  return { sessionId: await insertSession(session, now) };
}

/** Who is signed in with this session; null when it ended, expired or its user is not active any more. */
export async function readSession(sessionId: string, now = new Date()): Promise<AdminActor | null> {
  const session = isRowId(sessionId) ? await findLiveSession(sessionId, now) : null;
  if (session?.user.status !== "ACTIVE") return null;
  if (now.getTime() - session.lastSeenAt.getTime() > touchMs) await touchSession(session.id, now);
  const { id: userId, email, firstName, lastName, globalRole } = session.user;
  return { userId, email, firstName, lastName, globalRole, sessionId: session.id };
}

/** The caller's own sessions, the one used last first. */
export async function listSessions(caller: Caller, now = new Date()): Promise<SessionItem[]> {
  const sessions = await findLiveSessionsOf(caller.userId, now);
  return sessions.map((session) => ({ ...session, isCurrent: session.id === caller.sessionId }));
}

/** Signs out. Does nothing for a session that is not there any more. */
export async function endSession(sessionId: string, ip: string | null = null): Promise<void> {
  if (!isRowId(sessionId)) return;
  await db().$transaction(async (tx) => {
    const user = await deleteSession(tx, sessionId);
    if (user === null) return;
    const actor = { userId: user.id, label: user.email, ip };
    const object = { objectType: "session", objectId: sessionId } as const;
    await recordAuditEvents(tx, [{ actor, action: "session.end", ...object, result: "success" }]);
  });
}

/** Signs the caller out everywhere but here. */
export async function endOtherSessions(caller: Caller): Promise<void> {
  await db().$transaction(async (tx) => {
    await deleteSessionsOf(tx, caller.userId, caller.sessionId);
    const object = { objectType: "user", objectId: caller.userId } as const;
    const actor = auditActorOf(caller);
    await recordAuditEvents(tx, [{ actor, action: "session.end_others", ...object, result: "success" }]);
  });
}

/**
 * Signs a user out, within the transaction that is the reason for it.
 *
 * @param keptId of the session that stays, where one does
 */
export function endSessionsOf(tx: Prisma.TransactionClient, userId: string, keptId?: string): Promise<void> {
  return deleteSessionsOf(tx, userId, keptId);
}
