import { randomUUID } from "node:crypto";
import { unseal } from "@/lib/auth/sealed-text";
import { mintServiceScope, type ServiceScope } from "@/lib/auth/service-scope";
import { config } from "@/lib/config/env";
import { deriveKey } from "@/lib/config/secrets";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Actor } from "@/lib/domain/audit/types";
import { auditActorOf, authorize, change } from "@/lib/domain/policy/service";
import type { ApplicationAction, Caller } from "@/lib/domain/policy/types";
import { storedLimits } from "@/lib/domain/quality/schema";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { findKeyByHash, findKeyCipher, findKeysOfService, findPrimaryKeyId, findServiceOfKeys, scopesOf } from "./data";
import { type CreatedKey, makeKey, recordKeyEvent, requireKey, storeKey } from "./make-key";
import { noteKeyUse, updateKeyEnd } from "./mutations";
import { replaceKey } from "./replace-key";
import type { AddApiKeyInput } from "./schema";
import { type ApiKeyItem, type KeyScope, keyScopes } from "./types";
import { hashApiKey, isInForce, isSameHash } from "./utils";

const useNotedEveryMs = 60_000;

type Transaction = Prisma.TransactionClient;
type FoundKey = NonNullable<Awaited<ReturnType<typeof findKeyByHash>>>;

interface AtKey {
  readonly actor: Caller;
  readonly keyId: string;
}

const primaryTerms = { name: "primary", isPrimary: true, scopes: keyScopes, expiresAt: null } as const;

/** Adds the service's first key, `key` or a random one, and returns it. @throws AppError `conflict` when it is in use */
export async function addPrimaryKey(
  tx: Transaction,
  actor: Actor,
  { serviceId, key = randomUUID() }: { serviceId: string; key?: string | undefined },
): Promise<string> {
  await storeKey(tx, actor, key, { ...primaryTerms, serviceId });
  return key;
}

/** All keys that the service has and had, the primary one first; none can be recovered from the list. */
export async function listApiKeys({
  actor,
  serviceId,
}: {
  actor: Caller;
  serviceId: string;
}): Promise<readonly ApiKeyItem[]> {
  await authorize({ actor, action: "api_key.list", serviceId });
  return findKeysOfService(serviceId);
}

function requireFuture(expiresAt: Date, now: Date): void {
  if (expiresAt > now) return;
  const fields = [{ name: "expiresAt", detail: "must be in the future" }];
  throw new AppError("invalid_request", "The key would have expired already.", { fields });
}

/**
 * Adds a key beside the primary one.
 *
 * @throws AppError `not_found`, `forbidden`; `invalid_request` when `expiresAt` is past
 */
export function addApiKey(
  { actor, serviceId, name, scopes, expiresAt }: { actor: Caller; serviceId: string } & AddApiKeyInput,
  now = new Date(),
): Promise<CreatedKey> {
  return change({ actor, action: "api_key.create", serviceId }, (tx) => {
    if (expiresAt !== undefined) requireFuture(expiresAt, now);
    const terms = { serviceId, name, isPrimary: false, scopes, expiresAt: expiresAt ?? null };
    return makeKey(tx, auditActorOf(actor), terms);
  });
}

function openCipher(cipher: Uint8Array, keyId: string): string {
  try {
    return unseal(deriveKey("api-key"), cipher, keyId);
  } catch (cause) {
    const detail = "The key was stored under another master key and cannot be shown any more. Rotate it.";
    throw new AppError("conflict", detail, { cause });
  }
}

/** Shows a key again. The trail tells who saw it. @throws AppError `not_found`, `forbidden` */
export function revealApiKey({ actor, keyId }: AtKey): Promise<{ readonly key: string }> {
  return change({ actor, action: "api_key.reveal", keyId }, async (tx) => {
    const cipher = await findKeyCipher(tx, keyId);
    if (cipher === null) throw new AppError("not_found", "The object does not exist.");
    await recordKeyEvent(tx, auditActorOf(actor), "api_key.reveal", keyId);
    return { key: openCipher(cipher, keyId) };
  });
}

/**
 * Puts a new key of the same name, scopes and expiry in the place of another, which works on for `graceMinutes`.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` when the old key is revoked or expired
 */
export function rotateApiKey(
  { actor, keyId, graceMinutes }: AtKey & { graceMinutes: number },
  now = new Date(),
): Promise<CreatedKey> {
  return change({ actor, action: "api_key.rotate", keyId }, (tx) =>
    replaceKey(tx, auditActorOf(actor), { keyId, graceMinutes, now }),
  );
}

/** `rotateApiKey` of a service's primary key on the command line, where nobody is signed in. */
export function rotatePrimaryKey(
  actor: Actor,
  { serviceId, graceMinutes }: { serviceId: string; graceMinutes: number },
): Promise<CreatedKey> {
  return db().$transaction(async (tx) => {
    const keyId = await findPrimaryKeyId(tx, serviceId);
    if (keyId === null) throw new AppError("not_found", "There is no such service, or it has no primary key.");
    return replaceKey(tx, actor, { keyId, graceMinutes, now: new Date() });
  });
}

/**
 * Ends a key at once; ending an ended key changes nothing.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` for the primary key, which a service is never without
 */
export function revokeApiKey({ actor, keyId }: AtKey, now = new Date()): Promise<void> {
  return change({ actor, action: "api_key.revoke", keyId }, async (tx) => {
    const key = await requireKey(tx, keyId);
    if (key.isPrimary) throw new AppError("conflict", "The primary key cannot be revoked. Rotate it.");
    if (key.revokedAt === null) await updateKeyEnd(tx, keyId, { revokedAt: now });
    await recordKeyEvent(tx, auditActorOf(actor), "api_key.revoke", keyId);
  });
}

// Not awaited: the answer must not wait for it, and a lost note is no reason to refuse a request.
function noteUseSoon({ id, lastUsedAt }: FoundKey, now: Date): void {
  const notedBefore = new Date(now.getTime() - useNotedEveryMs);
  if (lastUsedAt !== null && lastUsedAt >= notedBefore) return;
  noteKeyUse(id, now, notedBefore).catch((err: unknown) => logger.warn({ err }, "use of an API key was not noted"));
}

interface Holder {
  readonly keyId: string;
  readonly keyScopes: ServiceScope["keyScopes"];
  readonly person?: Actor;
}

function scopeOf(
  { id, type, saveImages, customQualityLimits, ...settings }: FoundKey["service"],
  holder: Holder,
): ServiceScope {
  const willSave = saveImages === "INHERIT" ? config().saveImages : saveImages === "YES";
  return mintServiceScope({
    ...holder,
    serviceId: id,
    serviceType: type,
    settings: { ...settings, saveImages: willSave, customQualityLimits: storedLimits(customQualityLimits) },
  });
}

/**
 * Turns an API key, in any case of letters, into proof of access to its service. The database is asked each time, so
 * that a key ends for the request after its revocation.
 *
 * @returns null when the key is unknown, revoked or expired
 */
export async function resolveApiKey(key: string, now = new Date()): Promise<ServiceScope | null> {
  const keyHash = hashApiKey(key);
  const found = await findKeyByHash(keyHash);
  // The index compared the hashes already; this comparison takes the same time wherever they differ.
  if (found === null || !isSameHash(found.keyHash, keyHash) || !isInForce(found, now)) return null;
  noteUseSoon(found, now);
  return scopeOf(found.service, { keyId: found.id, keyScopes: scopesOf(found) });
}

/**
 * Access to a service for somebody signed in who tries it out and may not see its keys: it reads and changes nothing.
 * The service's list of origins is for pages of others, and does not shut out ours.
 *
 * @throws AppError `not_found`, `forbidden`
 */
export async function openTrial({ actor, serviceId }: { actor: Caller; serviceId: string }): Promise<ServiceScope> {
  await authorize({ actor, action: "service.try", serviceId });
  const service = await findServiceOfKeys(serviceId);
  if (service === null) throw new AppError("not_found", "The object does not exist.");
  return scopeOf({ ...service, allowedOrigins: [] }, { keyId: actor.userId, keyScopes: ["read"] });
}

/** What roles let people do with a service's data, in the words of keys. */
const scopesOfPeople = {
  "collection.read": ["read"],
  "collection.change": keyScopes,
} as const satisfies Partial<Record<ApplicationAction, readonly KeyScope[]>>;

interface WantedService {
  readonly actor: Caller;
  readonly action: keyof typeof scopesOfPeople;
  readonly serviceId: string;
}

/**
 * The access that a key would give, for somebody who is signed in, as far as their role goes.
 *
 * @throws AppError `not_found`, `forbidden`
 */
export async function openService({ actor, action, serviceId }: WantedService): Promise<ServiceScope> {
  await authorize({ actor, action, serviceId });
  const service = await findServiceOfKeys(serviceId);
  if (service === null) throw new AppError("not_found", "The object does not exist.");
  const person = auditActorOf(actor);
  return scopeOf(service, { keyId: actor.userId, keyScopes: scopesOfPeople[action], person });
}

/**
 * Access for work that somebody with the right to it handed in before, whatever became of them since, and for commands
 * on the server's own machine. Null when the service is gone.
 */
export async function openAcceptedWork(serviceId: string): Promise<ServiceScope | null> {
  const service = await findServiceOfKeys(serviceId);
  return service && scopeOf(service, { keyId: serviceId, keyScopes });
}
