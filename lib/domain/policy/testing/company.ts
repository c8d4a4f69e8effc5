import { randomUUID } from "node:crypto";
import { newToken } from "@/lib/auth/mail-token";
import { db } from "@/lib/db/client";
import { addApiKey } from "@/lib/domain/api-keys/service";
import type { Caller, Standing } from "@/lib/domain/policy/types";
import { addService } from "@/lib/domain/services/service";
import type { Role } from "@/lib/domain/users/types";

let made = 0;

/** An active user, signed in from 192.0.2.1. */
export async function makeCaller(globalRole: Role = "USER"): Promise<Caller> {
  made += 1;
  const shown = { email: `user${made}@example.org`, firstName: "Anna", lastName: `Kim ${made}`, globalRole };
  const { id } = await db().user.create({ data: { ...shown, passwordHash: "none", status: "ACTIVE" } });
  return { ...shown, userId: id, sessionId: randomUUID(), ip: "192.0.2.1" };
}

export async function makeMember(applicationId: string, role: Role): Promise<Caller> {
  const caller = await makeCaller();
  await db().membership.create({ data: { applicationId, userId: caller.userId, role } });
  return caller;
}

async function makeCallers(applicationId: string): Promise<Record<Standing, Caller>> {
  return {
    GLOBAL_OWNER: await makeCaller("OWNER"),
    GLOBAL_ADMINISTRATOR: await makeCaller("ADMINISTRATOR"),
    APPLICATION_OWNER: await makeMember(applicationId, "OWNER"),
    APPLICATION_ADMINISTRATOR: await makeMember(applicationId, "ADMINISTRATOR"),
    APPLICATION_USER: await makeMember(applicationId, "USER"),
    OUTSIDER: await makeCaller(),
  };
}

async function invite(applicationId: string): Promise<string> {
  const { tokenHash } = newToken();
  const expiresAt = new Date(Date.now() + 3_600_000);
  const invitation = {
    applicationId,
    email: `invited${made}@example.org`,
    role: "USER" as const,
    tokenHash,
    expiresAt,
  };
  return (await db().invitation.create({ data: invitation })).id;
}

/** An application with somebody of every standing, one service with a primary and an extra key, and an invitation. */
export async function makeCompany() {
  made += 1;
  const name = `Company ${made}`;
  const { id: applicationId } = await db().application.create({ data: { name } });
  const callers = await makeCallers(applicationId);
  const actor = callers.APPLICATION_OWNER;
  const { id: serviceId, key } = await addService({ actor, applicationId, name: "faces", type: "RECOGNITION" });
  const extra = await addApiKey({ actor, serviceId, name: "door", scopes: ["read"] });
  const invitationId = await invite(applicationId);
  return { name, applicationId, callers, serviceId, key, keyId: extra.id, extraKey: extra.key, invitationId };
}

export type Company = Awaited<ReturnType<typeof makeCompany>>;

/** What the trail tells of an actor, in order. */
export async function trailOf({ userId }: Caller): Promise<readonly string[]> {
  const events = await db().auditEvent.findMany({
    where: { actorUserId: userId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return events.map(({ action, result }) => `${action} ${result}`);
}

/** The name of the outcome: "allowed", or the code of the error. */
export function outcomeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "allowed",
    (error: { code?: string }) => error.code ?? String(error),
  );
}
