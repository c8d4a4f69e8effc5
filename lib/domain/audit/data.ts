import type { Prisma } from "@/lib/db/generated/client";
import type { AuditEntry, AuditObjectType } from "./types";

type Find = (tx: Prisma.TransactionClient, objectId: string) => Promise<string | null>;

const nowhere: Find = async () => null;
const ofApplication = { select: { applicationId: true } } as const;

const finders = {
  user: nowhere,
  session: nowhere,
  installation: nowhere,
  application: async (_, objectId) => objectId,
  // Its id is that of the application and that of the user, with a slash between.
  member: async (_, objectId) => objectId.split("/")[0] ?? null,
  invitation: async (tx, id) =>
    (await tx.invitation.findUnique({ where: { id }, ...ofApplication }))?.applicationId ?? null,
  service: async (tx, id) => (await tx.service.findUnique({ where: { id }, ...ofApplication }))?.applicationId ?? null,
  api_key: async (tx, id) => {
    const key = await tx.apiKey.findUnique({ where: { id }, select: { service: ofApplication } });
    return key?.service.applicationId ?? null;
  },
  subject: async (tx, id) => {
    const subject = await tx.subject.findUnique({ where: { id }, select: { service: ofApplication } });
    return subject?.service.applicationId ?? null;
  },
  face: async (tx, id) => {
    const face = await tx.face.findUnique({ where: { id }, select: { service: ofApplication } });
    return face?.service.applicationId ?? null;
  },
} as const satisfies Record<AuditObjectType, Find>;

/** The application that the object of an event is or lies in; null for what is in none, or is not there any more. */
export function findApplicationIdOf(
  tx: Prisma.TransactionClient,
  { objectType, objectId }: Pick<AuditEntry, "objectType" | "objectId">,
): Promise<string | null> {
  return finders[objectType](tx, objectId);
}
