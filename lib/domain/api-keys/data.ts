import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type ApiKeyItem, keyScopes } from "./types";

const serviceSelect = {
  id: true,
  type: true,
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
} as const;

/** The key with that SHA-256, revoked and expired ones included, and the settings of its service. */
export function findKeyByHash(keyHash: Uint8Array<ArrayBuffer>) {
  return db().apiKey.findUnique({
    where: { keyHash },
    select: {
      id: true,
      keyHash: true,
      isPrimary: true,
      scopes: true,
      lastUsedAt: true,
      expiresAt: true,
      revokedAt: true,
      service: { select: serviceSelect },
    },
  });
}

/** What the requests of a service are answered with. Null when it is not there. */
export function findServiceOfKeys(serviceId: string) {
  return db().service.findUnique({ where: { id: serviceId }, select: serviceSelect });
}

// Neither hash nor cipher.
const itemSelect = {
  id: true,
  name: true,
  isPrimary: true,
  keyPrefix: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
  revokedAt: true,
} as const satisfies Prisma.ApiKeySelect;

type Row = Prisma.ApiKeyGetPayload<{ select: typeof itemSelect }>;

/** The scopes of a stored key. */
export function scopesOf({ isPrimary, scopes }: Pick<Row, "isPrimary" | "scopes">): ApiKeyItem["scopes"] {
  return keyScopes.filter((scope) => isPrimary || scopes.includes(scope));
}

function itemOf({ keyPrefix, ...row }: Row): ApiKeyItem {
  return { ...row, prefix: keyPrefix, scopes: scopesOf(row) };
}

/** The primary key first, then in order of age. */
export async function findKeysOfService(serviceId: string): Promise<ApiKeyItem[]> {
  const orderBy = [{ isPrimary: "desc" as const }, { createdAt: "asc" as const }, { id: "asc" as const }];
  const rows = await db().apiKey.findMany({ where: { serviceId }, orderBy, select: itemSelect });
  return rows.map(itemOf);
}

/** With the id of its service. */
export async function findKey(
  tx: Prisma.TransactionClient,
  id: string,
): Promise<(ApiKeyItem & { readonly serviceId: string }) | null> {
  const row = await tx.apiKey.findUnique({ where: { id }, select: { ...itemSelect, serviceId: true } });
  return row && { ...itemOf(row), serviceId: row.serviceId };
}

/** The sealed key, for the one use case that shows it. */
export async function findKeyCipher(tx: Prisma.TransactionClient, id: string): Promise<Uint8Array | null> {
  return (await tx.apiKey.findUnique({ where: { id }, select: { keyCipher: true } }))?.keyCipher ?? null;
}

export async function findPrimaryKeyId(tx: Prisma.TransactionClient, serviceId: string): Promise<string | null> {
  const where = { serviceId, isPrimary: true, revokedAt: null };
  return (await tx.apiKey.findFirst({ where, select: { id: true } }))?.id ?? null;
}
