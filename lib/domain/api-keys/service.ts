import { randomUUID } from "node:crypto";
import { seal } from "@/lib/auth/sealed-text";
import { mintServiceScope, type ServiceScope } from "@/lib/auth/service-scope";
import { config } from "@/lib/config/env";
import { deriveKey } from "@/lib/config/secrets";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { findKeyByHash } from "./data";
import { insertApiKey, noteKeyUse } from "./mutations";
import { hashApiKey, isSameHash } from "./utils";

const useNotedEveryMs = 60_000;

type FoundKey = NonNullable<Awaited<ReturnType<typeof findKeyByHash>>>;

/** Adds the service's first key, `key` or a random one, and returns it. @throws AppError `conflict` when it is in use */
export async function addPrimaryKey(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { serviceId, key = randomUUID() }: { serviceId: string; key?: string | undefined },
): Promise<string> {
  const id = randomUUID();
  const keyCipher = seal(deriveKey("api-key"), key, id);
  const row = { id, serviceId, name: "primary", isPrimary: true, keyCipher, keyPrefix: key.slice(0, 8) };
  if (!(await insertApiKey(tx, { ...row, keyHash: hashApiKey(key) }))) {
    throw new AppError("conflict", "This API key is in use already.");
  }
  const object = { objectType: "api_key", objectId: id } as const;
  await recordAuditEvents(tx, [{ actor, action: "api_key.create", ...object, result: "success" }]);
  return key;
}

function isUsable({ revokedAt, expiresAt }: FoundKey, now: Date): boolean {
  return (revokedAt === null || revokedAt > now) && (expiresAt === null || expiresAt > now);
}

// Not awaited: the answer must not wait for it, and a lost note is no reason to refuse a request.
function noteUseSoon({ id, lastUsedAt }: FoundKey, now: Date): void {
  const notedBefore = new Date(now.getTime() - useNotedEveryMs);
  if (lastUsedAt !== null && lastUsedAt >= notedBefore) return;
  noteKeyUse(id, now, notedBefore).catch((err: unknown) => logger.warn({ err }, "use of an API key was not noted"));
}

function scopeOf({ service }: FoundKey): ServiceScope {
  const { id, type, saveImages, ...settings } = service;
  const willSave = saveImages === "INHERIT" ? config().saveImages : saveImages === "YES";
  return mintServiceScope({ serviceId: id, serviceType: type, settings: { ...settings, saveImages: willSave } });
}

/**
 * Turns an API key, in any case of letters, into proof of access to its service.
 *
 * @returns null when the key is unknown, revoked or expired
 */
export async function resolveApiKey(key: string): Promise<ServiceScope | null> {
  const keyHash = hashApiKey(key);
  const found = await findKeyByHash(keyHash);
  const now = new Date();
  // The index compared the hashes already; this comparison takes the same time wherever they differ.
  if (found === null || !isSameHash(found.keyHash, keyHash) || !isUsable(found, now)) return null;
  noteUseSoon(found, now);
  return scopeOf(found);
}
