import { randomUUID } from "node:crypto";
import { seal } from "@/lib/auth/sealed-text";
import { deriveKey } from "@/lib/config/secrets";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { AppError } from "@/lib/errors/app-error";
import { findKey } from "./data";
import { insertApiKey, type NewApiKey } from "./mutations";
import type { ApiKeyItem } from "./types";
import { hashApiKey } from "./utils";

type Transaction = Prisma.TransactionClient;

/** A key as it is told once, to who made it. */
export type CreatedKey = ApiKeyItem & { readonly key: string };

/** Tells the audit trail. */
export async function recordKeyEvent(
  tx: Transaction,
  actor: Actor,
  action: `api_key.${string}`,
  objectId: string,
): Promise<void> {
  await recordAuditEvents(tx, [{ actor, action, objectType: "api_key", objectId, result: "success" }]);
}

type KeyTerms = Pick<NewApiKey, "serviceId" | "name" | "isPrimary" | "scopes" | "expiresAt">;

/** Stores a key sealed, and its hash. @returns the id of the row @throws AppError `conflict` when the key is in use */
export async function storeKey(tx: Transaction, actor: Actor, key: string, terms: KeyTerms): Promise<string> {
  const id = randomUUID();
  const keyCipher = seal(deriveKey("api-key"), key, id);
  const row = { ...terms, id, keyCipher, keyPrefix: key.slice(0, 8), keyHash: hashApiKey(key) };
  if (!(await insertApiKey(tx, row))) throw new AppError("conflict", "This API key is in use already.");
  await recordKeyEvent(tx, actor, "api_key.create", id);
  return id;
}

/** @throws AppError `not_found` */
export async function requireKey(tx: Transaction, id: string) {
  const key = await findKey(tx, id);
  if (key === null) throw new AppError("not_found", "The object does not exist.");
  return key;
}

/** Adds a random key. */
export async function makeKey(tx: Transaction, actor: Actor, terms: KeyTerms): Promise<CreatedKey> {
  const key = randomUUID();
  const { serviceId: _, ...item } = await requireKey(tx, await storeKey(tx, actor, key, terms));
  return { ...item, key };
}
