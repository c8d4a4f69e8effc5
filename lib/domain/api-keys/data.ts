import { db } from "@/lib/db/client";

const serviceSelect = {
  id: true,
  type: true,
  responseFormat: true,
  detectionProbabilityMin: true,
  saveImages: true,
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
      lastUsedAt: true,
      expiresAt: true,
      revokedAt: true,
      service: { select: serviceSelect },
    },
  });
}
