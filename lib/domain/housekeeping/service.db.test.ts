import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { removeExpired } from "./service";

provideDatabase();

const now = new Date("2026-11-20T00:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const dayMs = 24 * 3_600_000;

beforeEach(async () => {
  for (const age of [8 * dayMs, 1000]) {
    const user = await db().user.create({
      data: { email: `u${age}@example.org`, firstName: "U", lastName: "V", passwordHash: "-", createdAt: ago(age) },
    });
    // Expired long ago for the first, good for another day for the second.
    const expiresAt = ago(age - dayMs);
    const tokenHash = Buffer.alloc(32, age % 251);
    await db().session.create({ data: { userId: user.id, expiresAt } });
    await db().emailToken.create({
      data: { userId: user.id, email: user.email, purpose: "VERIFY", tokenHash, expiresAt },
    });
    const times = { windowStartAt: ago(age), waitUntil: ago(age), expiresAt };
    await db().signInThrottle.create({ data: { keyHash: tokenHash, failures: 1, ...times } });
    const mail = { to: user.email, subject: "s", text: "", html: "", sentAt: ago(age) };
    await db().outbox.create({ data: mail });
    const application = await db().application.create({ data: { name: `a${age}` } });
    const invitation = { applicationId: application.id, email: "x@example.org", role: "USER", tokenHash } as const;
    await db().invitation.create({ data: { ...invitation, expiresAt: ago(age === 1000 ? 0 : 8 * dayMs) } });
  }
  const member = { email: "active@example.org", firstName: "A", lastName: "B", passwordHash: "-" };
  await db().user.create({ data: { ...member, status: "ACTIVE", createdAt: ago(100 * dayMs) } });
});

it("removes what expired and keeps the rest", async () => {
  await removeExpired(now);
  const { session, emailToken, signInThrottle, outbox, invitation } = db();
  const counts = await Promise.all([
    session.count(),
    emailToken.count(),
    signInThrottle.count(),
    outbox.count(),
    invitation.count(),
  ]);
  expect(counts).toEqual([1, 1, 1, 1, 1]);
  const users = await db().user.findMany({ orderBy: { email: "asc" }, select: { email: true } });
  expect(users).toEqual([{ email: "active@example.org" }, { email: "u1000@example.org" }]);
});
