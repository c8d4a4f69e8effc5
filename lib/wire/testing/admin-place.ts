import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { deriveKey } from "@/lib/config/secrets";
import { db } from "@/lib/db/client";
import { addApiKey } from "@/lib/domain/api-keys/service";
import { addApplication } from "@/lib/domain/applications/service";
import { addService } from "@/lib/domain/services/service";
import { createSession } from "@/lib/domain/sessions/service";
import type { Role } from "@/lib/domain/users/types";
import { sealEmbedding } from "@/lib/search/sealed-embedding";
import { makeUser, password } from "./admin-people";

/** An application with one of everything in it, and what the matrix's words in braces stand for there. */
export interface Place {
  readonly ids: Readonly<Record<string, string>>;
  /** Makes somebody who is that here, signed in; returns their cookie. */
  readonly enter: (globalRole: Role, role: Role | null) => Promise<string>;
}

/** The `Cookie` header of a session that needs no sign-in. */
export async function cookieFor(userId: string): Promise<string> {
  const { sessionId: sid } = await createSession({ userId, ip: null, userAgent: null });
  const token = await encode({ token: { sid }, secret: deriveKey("session").toString("base64url") });
  return `next-auth.session-token=${token}`;
}

async function makeInvitation(applicationId: string): Promise<string> {
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 3_600_000) };
  const tokenHash = Uint8Array.from(randomUUID().replaceAll("-", ""), Number.parseInt);
  const row = { applicationId, email: "invited@example.org", role: "USER", tokenHash, ...times } as const;
  return (await db().invitation.create({ data: row })).id;
}

/** A subject with a face. */
async function makeSubject(serviceId: string): Promise<{ subjectId: string; faceId: string }> {
  const { id: subjectId } = await db().subject.create({ data: { serviceId, name: "Anna" } });
  const id = randomUUID();
  const embeddingCipher = sealEmbedding(id, Float32Array.of(0.6, 0.8));
  await db().face.create({ data: { id, serviceId, subjectId, embeddingCipher, modelTag: "stub-1" } });
  return { subjectId, faceId: id };
}

/** An import that no server runs: its file is nowhere. */
async function makeJob(serviceId: string): Promise<string> {
  return (await db().job.create({ data: { serviceId, kind: "IMPORT" } })).id;
}

async function enter(applicationId: string, globalRole: Role, role: Role | null): Promise<string> {
  const { id: userId } = await makeUser({ globalRole });
  if (role === "OWNER") await db().membership.deleteMany({ where: { applicationId, role } });
  if (role !== null) await db().membership.create({ data: { applicationId, userId, role } });
  return cookieFor(userId);
}

/** Its members are an owner, and a user whom `userId` names. */
export async function makePlace(): Promise<Place> {
  const [founder, member] = await Promise.all([makeUser({ globalRole: "ADMINISTRATOR" }), makeUser()]);
  const { id: userId, ...person } = founder;
  const actor = { ...person, userId, sessionId: randomUUID() };
  const application = await addApplication({ actor, name: `A ${randomUUID()}` });
  const applicationId = application.id;
  await db().membership.create({ data: { applicationId, userId: member.id, role: "USER" } });
  const service = await addService({ actor, applicationId, name: "Doors", type: "RECOGNITION" });
  const key = await addApiKey({ actor, serviceId: service.id, name: "extra", scopes: ["read"] });
  return {
    ids: {
      applicationId,
      applicationName: application.name,
      serviceId: service.id,
      serviceName: service.name,
      keyId: key.id,
      ...(await makeSubject(service.id)),
      jobId: await makeJob(service.id),
      userId: member.id,
      invitationId: await makeInvitation(applicationId),
      newName: `N ${randomUUID()}`,
      password,
    },
    enter: (globalRole, role) => enter(applicationId, globalRole, role),
  };
}

/** Fingerprint of everything stored but the trail of what was refused. */
export async function fingerprint(): Promise<string> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
    WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'AuditEvent', 'SignInThrottle')
    ORDER BY 1`;
  const digests = tables.map(
    ({ name }) => `(SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM "${name}" t)`,
  );
  const [row] = await db().$queryRawUnsafe<{ digest: string }[]>(`SELECT ${digests.join(" || ")} AS digest`);
  return row?.digest ?? "";
}
