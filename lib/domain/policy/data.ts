import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/domain/users/types";
import type { Place } from "./types";

/** The application that the place is or lies in; an id alone says nothing about whether the application is there. */
export async function findApplicationId(tx: Prisma.TransactionClient, place: Place): Promise<string | null> {
  if ("applicationId" in place) return place.applicationId;
  if ("serviceId" in place) {
    const service = await tx.service.findUnique({ where: { id: place.serviceId }, select: { applicationId: true } });
    return service?.applicationId ?? null;
  }
  const service = { select: { applicationId: true } } as const;
  const key = await tx.apiKey.findUnique({ where: { id: place.keyId }, select: { service } });
  return key?.service.applicationId ?? null;
}

interface Membership {
  /** Null for somebody who is no member. */
  readonly role: Role | null;
}

/** Null when there is no such application. */
export async function findMembership(
  tx: Prisma.TransactionClient,
  { applicationId, userId }: { applicationId: string; userId: string },
): Promise<Membership | null> {
  const application = await tx.application.findUnique({
    where: { id: applicationId },
    select: { memberships: { where: { userId }, select: { role: true } } },
  });
  return application && { role: application.memberships[0]?.role ?? null };
}
