import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/audit/types";
import { AppError } from "@/lib/errors/app-error";
import { type CreatedKey, makeKey, recordKeyEvent, requireKey } from "./make-key";
import { demoteKey, updateKeyEnd } from "./mutations";
import type { ApiKeyItem } from "./types";
import { isInForce } from "./utils";

const minuteMs = 60_000;

type Transaction = Prisma.TransactionClient;

async function retireKey(tx: Transaction, key: ApiKeyItem, graceMinutes: number, now: Date): Promise<void> {
  if (key.isPrimary) await demoteKey(tx, key);
  const end = new Date(now.getTime() + graceMinutes * minuteMs);
  if (graceMinutes === 0) await updateKeyEnd(tx, key.id, { revokedAt: now });
  else if (key.expiresAt === null || key.expiresAt > end) await updateKeyEnd(tx, key.id, { expiresAt: end });
}

/**
 * Puts a new key in the place of another, which works on for `graceMinutes`.
 *
 * @throws AppError `not_found`; `conflict` when the old one is not in force
 */
export async function replaceKey(
  tx: Transaction,
  actor: Actor,
  { keyId, graceMinutes, now }: { keyId: string; graceMinutes: number; now: Date },
): Promise<CreatedKey> {
  const { serviceId, ...old } = await requireKey(tx, keyId);
  if (!isInForce(old, now)) throw new AppError("conflict", "This key is not in force any more.");
  await retireKey(tx, old, graceMinutes, now);
  await recordKeyEvent(tx, actor, "api_key.rotate", keyId);
  const { name, isPrimary, scopes, expiresAt } = old;
  return makeKey(tx, actor, { serviceId, name, isPrimary, scopes, expiresAt });
}
