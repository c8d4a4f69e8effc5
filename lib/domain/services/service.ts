import { randomUUID } from "node:crypto";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { oneAtATime } from "@/lib/db/one-at-a-time";
import { readSnapshot } from "@/lib/db/read-snapshot";
import { violatedConstraint } from "@/lib/db/translate-error";
import { addPrimaryKey } from "@/lib/domain/api-keys/service";
import { ensureApplication, requireTypedName } from "@/lib/domain/applications/service";
import type { Page, PageRequest } from "@/lib/domain/applications/types";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor } from "@/lib/domain/audit/types";
import { findPair, pairForNewService, sealPair } from "@/lib/domain/client-encryption/service";
import type { EncryptionPair } from "@/lib/domain/client-encryption/types";
import { copyCollection } from "@/lib/domain/faces/service";
import { auditActorOf, authorize, change } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { AppError } from "@/lib/errors/app-error";
import { findService, findServices, findServicesByName, findServicesOf } from "./data";
import { deleteService, insertService, type NewService, updateService } from "./mutations";
import type { ChangeServiceInput, CreateServiceInput } from "./schema";
import type { CreatedService, FoundService, Service, ServiceItem, ServiceSummary, ServiceType } from "./types";

interface AtService {
  readonly actor: Caller;
  readonly serviceId: string;
}

const nameTaken = (name: string) => new AppError("conflict", `The application has a service named ${name} already.`);

async function record(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: `service.${string}`,
  objectId: string,
): Promise<void> {
  await recordAuditEvents(tx, [{ actor, action, objectType: "service", objectId, result: "success" }]);
}

async function requireService(tx: Prisma.TransactionClient, id: string): Promise<Service> {
  const service = await findService(tx, id);
  if (service === null) throw new AppError("not_found", "The object does not exist.");
  return service;
}

/** Puts the service and its primary key into the transaction. @returns the key */
async function storeService(
  tx: Prisma.TransactionClient,
  actor: Actor,
  row: NewService,
  { action, key }: { action: "service.create" | "service.clone"; key?: string | undefined },
): Promise<string> {
  if (!(await insertService(tx, row))) throw nameTaken(row.name);
  await record(tx, actor, action, row.id);
  return addPrimaryKey(tx, actor, { serviceId: row.id, key });
}

type Given = { readonly [Name in keyof EncryptionPair]?: EncryptionPair[Name] | undefined };

/** The columns of a pair that comes along, or of that which a service of the type begins with. */
function encryptionOf(id: string, type: ServiceType, given: Given) {
  const { encryptionKey, encryptionIv } = given;
  const isGiven = encryptionKey !== undefined && encryptionIv !== undefined;
  const pair = isGiven ? { encryptionKey, encryptionIv } : pairForNewService(type);
  return pair === null ? {} : sealPair(id, pair);
}

/**
 * Makes a service on the command line, where nobody is signed in: with its primary key and, where there is none of that
 * name, its application; all of them or nothing.
 *
 * @throws AppError `conflict` when the application has a service of that name or the API key is in use
 */
export function createService(actor: Actor, input: CreateServiceInput): Promise<CreatedService> {
  return db().$transaction(async (tx) => {
    const application = await ensureApplication(tx, actor, input.applicationName);
    const service = { id: randomUUID(), name: input.name, type: input.type };
    const encryption = encryptionOf(service.id, input.type, input);
    const row = { ...service, applicationId: application.id, ...encryption };
    const apiKey = await storeService(tx, actor, row, { action: "service.create", key: input.apiKey });
    return { ...service, applicationId: application.id, applicationName: application.name, apiKey };
  });
}

/** Every service of the installation, without its key. */
export async function listServices(): Promise<ServiceSummary[]> {
  const services = await findServices();
  return services.map(({ id, name, type, application, apiKeys, createdAt }) => ({
    id,
    name,
    type,
    applicationId: application.id,
    applicationName: application.name,
    maskedApiKey: apiKeys[0] ? `${apiKeys[0].keyPrefix}…` : null,
    createdAt: createdAt.toISOString(),
  }));
}

/** One application's services, sorted by name. @throws AppError `not_found` */
export async function listApplicationServices({
  actor,
  applicationId,
  ...part
}: { actor: Caller; applicationId: string } & PageRequest): Promise<Page<ServiceItem>> {
  await authorize({ actor, action: "service.list", applicationId });
  const found = await findServicesOf({ applicationId, ...part });
  return { ...found, page: part.page, size: part.size };
}

/** Services by name out of all applications that the caller may see, as `listApplications` decides it. */
export async function searchServices({ actor, ...part }: { actor: Caller } & PageRequest): Promise<Page<FoundService>> {
  await authorize({ actor, action: "application.list" });
  const found = await findServicesByName({ memberId: actor.globalRole === "USER" ? actor.userId : null, ...part });
  return { ...found, page: part.page, size: part.size };
}

interface NewServiceInput {
  readonly actor: Caller;
  readonly applicationId: string;
  readonly name: string;
  readonly type: ServiceType;
}

/**
 * Makes a service with its primary key, which is told here and by `revealApiKey`.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` when the application has a service of that name
 */
export function addService(input: NewServiceInput): Promise<Service & { readonly key: string }> {
  const { actor, applicationId, name, type } = input;
  return change({ actor, action: "service.create", applicationId }, async (tx) => {
    const id = randomUUID();
    const row = { id, applicationId, name, type, ...encryptionOf(id, type, {}) };
    const key = await storeService(tx, auditActorOf(actor), row, { action: "service.create" });
    return { ...(await requireService(tx, row.id)), key };
  });
}

/** @throws AppError `not_found` */
export async function readService({ actor, serviceId }: AtService): Promise<Service> {
  await authorize({ actor, action: "service.read", serviceId });
  return requireService(db(), serviceId);
}

/** Renames a service or changes settings. @throws AppError `not_found`, `forbidden`; `conflict` when the name is taken */
export async function changeService({
  actor,
  serviceId,
  name,
  settings,
}: AtService & ChangeServiceInput): Promise<Service> {
  try {
    return await change({ actor, action: "service.update", serviceId }, async (tx) => {
      await updateService(tx, serviceId, { name, settings });
      await record(tx, auditActorOf(actor), "service.update", serviceId);
      return requireService(tx, serviceId);
    });
  } catch (error) {
    const isTaken = name !== undefined && violatedConstraint(error) === "Service_applicationId_name_key";
    throw isTaken ? nameTaken(name) : error;
  }
}

// For copying pictures by the gigabyte; what is sealed is opened and sealed again.
const cloneTimeoutMs = 300_000;

// With the time to wait for the application's lock.
const snapshotTimeoutMs = cloneTimeoutMs + 30_000;

interface CloneInput extends AtService {
  readonly name: string;
}

/**
 * Makes a service of the same application, type, settings and client encryption, with a copy of the collection and a
 * key of its own. Requests go on changing the collection meanwhile; the copy is as it was at one moment.
 *
 * @throws AppError `not_found`, `forbidden`; `conflict` when the name is taken
 */
export async function cloneService(input: CloneInput): Promise<Service> {
  const { actor, serviceId } = input;
  await authorize({ actor, action: "service.clone", serviceId });
  const copy = (snapshot: Prisma.TransactionClient) => storeClone(snapshot, input);
  // Each takes two connections of the pool, and the one to read with first: waiting for it with a lock could be for ever.
  return oneAtATime("clone", () => readSnapshot(copy, { timeoutMs: snapshotTimeoutMs }));
}

function storeClone(snapshot: Prisma.TransactionClient, { actor, serviceId, name }: CloneInput): Promise<Service> {
  const copy = async (tx: Prisma.TransactionClient, applicationId: string) => {
    const { type, settings } = await requireService(tx, serviceId);
    const id = randomUUID();
    const pair = await findPair(tx, serviceId);
    const encryption = pair === null ? {} : sealPair(id, pair);
    const row = { id, applicationId, name, type, settings, ...encryption };
    await storeService(tx, auditActorOf(actor), row, { action: "service.clone" });
    await copyCollection({ snapshot, from: serviceId, tx, to: id });
    return requireService(tx, id);
  };
  return change({ actor, action: "service.clone", serviceId }, copy, { timeoutMs: cloneTimeoutMs });
}

/**
 * Removes a service with its keys.
 *
 * @param name must be the service's name, letter by letter
 * @throws AppError `not_found`, `forbidden`; `invalid_request` when the name is another
 */
export function removeService({ actor, serviceId, name }: AtService & { name: string }): Promise<void> {
  return change({ actor, action: "service.delete", serviceId }, async (tx) => {
    requireTypedName(name, (await requireService(tx, serviceId)).name);
    await record(tx, auditActorOf(actor), "service.delete", serviceId);
    await deleteService(tx, serviceId);
  });
}
