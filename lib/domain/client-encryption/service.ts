import { seal, unseal } from "@/lib/auth/sealed-text";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { config } from "@/lib/config/env";
import { deriveKey } from "@/lib/config/secrets";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { auditActorOf, change } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { AppError } from "@/lib/errors/app-error";
import { logger } from "@/lib/observability/logger";
import { findSealedPair } from "./data";
import { type SealedPair, updateSealedPair } from "./mutations";
import type { ReplaceEncryptionInput } from "./schema";
import type { EncryptionPair, ShownEncryption } from "./types";
import { decrypt, isPublished, makePair } from "./utils";

type Transaction = Prisma.TransactionClient;

interface AtService {
  readonly actor: Caller;
  readonly serviceId: string;
}

/** Services and settings that the log has told of since the start. */
const told = new Set<string>();

/** Says once in the log that everybody can read the pair of `owner` in the vendor's manual. */
function warnIfPublished(pair: EncryptionPair, owner: string): void {
  if (told.has(owner) || !isPublished(pair)) return;
  told.add(owner);
  logger.warn({ event: "published_encryption_pair", owner }, "pictures are encrypted with the vendor's published key");
}

/** Says in the log when the installation's pair is the one that the vendor publishes. */
export function warnOfPublishedPair(): void {
  const pair = config().clientEncryption;
  if (pair !== null) warnIfPublished(pair, "SENSEID_DECRYPT_KEY");
}

/** The columns that hold a pair, sealed for that service. */
export function sealPair(serviceId: string, { encryptionKey, encryptionIv }: EncryptionPair): SealedPair {
  const masterKey = deriveKey("service-encryption");
  return {
    encryptionKeyCipher: seal(masterKey, encryptionKey, `${serviceId} key`),
    encryptionIvCipher: seal(masterKey, encryptionIv, `${serviceId} iv`),
  };
}

/** The pair of a new service that brings none: a random one, or none where the installation's own is to be followed. */
export function pairForNewService(serviceType: string): EncryptionPair | null {
  return serviceType === "QUALITY" && config().clientEncryption === null ? makePair() : null;
}

/** Null where the service has no pair of its own. @throws Error when it was sealed under another master key */
export async function findPair(tx: Transaction, serviceId: string): Promise<EncryptionPair | null> {
  const sealed = await findSealedPair(tx, serviceId);
  if (!sealed?.encryptionKeyCipher || !sealed.encryptionIvCipher) return null;
  const masterKey = deriveKey("service-encryption");
  return {
    encryptionKey: unseal(masterKey, sealed.encryptionKeyCipher, `${serviceId} key`),
    encryptionIv: unseal(masterKey, sealed.encryptionIvCipher, `${serviceId} iv`),
  };
}

/** Opens a picture that a client encrypted. @throws AppError `invalid_request` when it was not with this service's pair */
export async function decryptPicture({
  scope,
  bytes,
}: {
  scope: ServiceScope;
  bytes: Uint8Array;
}): Promise<Uint8Array> {
  const pair = (await findPair(db(), scope.serviceId)) ?? config().clientEncryption;
  if (pair !== null) warnIfPublished(pair, scope.serviceId);
  const open = pair === null ? null : decrypt(bytes, pair);
  if (open === null)
    throw new AppError("invalid_request", "The picture is not encrypted with the key of this service.");
  return open;
}

async function requireQuality(tx: Transaction, serviceId: string): Promise<void> {
  const found = await findSealedPair(tx, serviceId);
  if (found?.type === "QUALITY") return;
  throw new AppError("conflict", "Only clients of quality services encrypt what they send.");
}

async function record(tx: Transaction, { actor, serviceId }: AtService, action: `service.${string}`): Promise<void> {
  const about = { objectType: "service", objectId: serviceId, result: "success" } as const;
  await recordAuditEvents(tx, [{ actor: auditActorOf(actor), action, ...about }]);
}

/**
 * Shows the pair of a service. The trail tells who saw it.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` for a service of another type
 */
export function revealEncryption({ actor, serviceId }: AtService): Promise<ShownEncryption> {
  return change({ actor, action: "service.reveal_encryption", serviceId }, async (tx): Promise<ShownEncryption> => {
    await requireQuality(tx, serviceId);
    const pair = await findPair(tx, serviceId).catch((cause: unknown) => {
      const detail = "The pair was stored under another master key and cannot be shown any more. Replace it.";
      throw new AppError("conflict", detail, { cause });
    });
    await record(tx, { actor, serviceId }, "service.reveal_encryption");
    if (pair !== null) return { source: "service", ...pair };
    return { source: config().clientEncryption === null ? "none" : "installation" };
  });
}

/**
 * Puts another pair, the given or a random one, in the place of a service's, which ends at once.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` for a service of another type
 */
export function replaceEncryption({ actor, serviceId, ...given }: AtService & ReplaceEncryptionInput) {
  return change({ actor, action: "service.replace_encryption", serviceId }, async (tx): Promise<ShownEncryption> => {
    await requireQuality(tx, serviceId);
    const { encryptionKey, encryptionIv } = given;
    const isGiven = encryptionKey !== undefined && encryptionIv !== undefined;
    const pair = isGiven ? { encryptionKey, encryptionIv } : makePair();
    await updateSealedPair(tx, serviceId, sealPair(serviceId, pair));
    await record(tx, { actor, serviceId }, "service.replace_encryption");
    return { source: "service", ...pair };
  });
}
