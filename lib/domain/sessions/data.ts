import { db } from "@/lib/db/client";

const person = { id: true, email: true, firstName: true, lastName: true, globalRole: true, status: true } as const;

/** A session that has not expired, with its user. */
export function findLiveSession(id: string, now: Date) {
  return db().session.findUnique({
    where: { id, expiresAt: { gt: now } },
    select: { id: true, lastSeenAt: true, user: { select: person } },
  });
}

export function findLiveSessionsOf(userId: string, now: Date) {
  return db().session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, createdAt: true, lastSeenAt: true, ip: true, userAgent: true },
  });
}

export function findAccount(email: string) {
  return db().user.findUnique({ where: { email }, select: { id: true, status: true, passwordHash: true } });
}

export function findActiveAccount(id: string) {
  return db().user.findUnique({ where: { id, status: "ACTIVE" }, select: { email: true } });
}
