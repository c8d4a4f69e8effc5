import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { likeText } from "@/lib/db/like-text";
import type { PageRequest } from "@/lib/domain/applications/types";
import { storedLimits } from "@/lib/domain/quality/schema";
import type { FoundService, Service, ServiceItem } from "./types";

/** All services of the installation with the prefix of their primary key, in order of application and name. */
export function findServices() {
  return db().service.findMany({
    orderBy: [{ application: { name: "asc" } }, { name: "asc" }],
    select: {
      id: true,
      name: true,
      type: true,
      createdAt: true,
      application: { select: { id: true, name: true } },
      apiKeys: { where: { isPrimary: true, revokedAt: null }, select: { keyPrefix: true }, take: 1 },
    },
  });
}

const serviceSelect = {
  id: true,
  applicationId: true,
  name: true,
  type: true,
  createdAt: true,
  responseFormat: true,
  detectionProbabilityMin: true,
  decisionPolicy: true,
  similarityMin: true,
  saveImages: true,
  livenessCheck: true,
  qualityGate: true,
  qualityProfile: true,
  customQualityLimits: true,
  openBaseUrl: true,
  allowedOrigins: true,
} as const satisfies Prisma.ServiceSelect;

/** Null when it is not there. */
export async function findService(tx: Prisma.TransactionClient, id: string): Promise<Service | null> {
  const row = await tx.service.findUnique({ where: { id }, select: serviceSelect });
  if (row === null) return null;
  const { id: _, applicationId, name, type, createdAt, customQualityLimits, ...settings } = row;
  const limits = { customQualityLimits: storedLimits(customQualityLimits) };
  return { id, applicationId, name, type, createdAt, settings: { ...settings, ...limits } };
}

const itemSelect = {
  id: true,
  name: true,
  type: true,
  createdAt: true,
  apiKeys: { select: { keyPrefix: true, isPrimary: true, revokedAt: true, lastUsedAt: true } },
} as const satisfies Prisma.ServiceSelect;

function itemOf({ apiKeys, ...row }: Prisma.ServiceGetPayload<{ select: typeof itemSelect }>): ServiceItem {
  const primary = apiKeys.find(({ isPrimary, revokedAt }) => isPrimary && revokedAt === null);
  const uses = apiKeys.flatMap(({ lastUsedAt }) => (lastUsedAt === null ? [] : [lastUsedAt.getTime()]));
  const lastUsedAt = uses.length === 0 ? null : new Date(Math.max(...uses));
  return { ...row, keyPrefix: primary?.keyPrefix ?? null, lastUsedAt };
}

/** Sorted by name. */
export async function findServicesOf({
  applicationId,
  search,
  page,
  size,
}: PageRequest & { applicationId: string }): Promise<{ items: ServiceItem[]; total: number }> {
  const where: Prisma.ServiceWhereInput = {
    applicationId,
    ...(search === "" ? {} : { name: { contains: likeText(search), mode: "insensitive" } }),
  };
  const [rows, total] = await Promise.all([
    db().service.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: page * size,
      take: size,
      select: itemSelect,
    }),
    db().service.count({ where }),
  ]);
  return { items: rows.map(itemOf), total };
}

/** Sorted by name. `memberId` keeps to the applications of that member. */
export async function findServicesByName({
  memberId,
  search,
  page,
  size,
}: PageRequest & { memberId: string | null }): Promise<{ items: FoundService[]; total: number }> {
  const where: Prisma.ServiceWhereInput = {
    ...(search === "" ? {} : { name: { contains: likeText(search), mode: "insensitive" } }),
    ...(memberId === null ? {} : { application: { memberships: { some: { userId: memberId } } } }),
  };
  const [items, total] = await Promise.all([
    db().service.findMany({
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: page * size,
      take: size,
      select: { id: true, name: true, type: true, application: { select: { id: true, name: true } } },
    }),
    db().service.count({ where }),
  ]);
  return { items, total };
}
