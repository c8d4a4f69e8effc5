import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { oneAtATime } from "@/lib/db/one-at-a-time";
import { openService } from "@/lib/domain/api-keys/service";
import type { KeyScope } from "@/lib/domain/api-keys/types";
import { recordServiceEvents } from "@/lib/domain/audit/service";
import type { AuditEntry } from "@/lib/domain/audit/types";
import type { Caller } from "@/lib/domain/policy/types";
import { AppError } from "@/lib/errors/app-error";
import { lockCollection } from "./mutations";

// Emptying a large collection takes a while, in statements that are short each.
const patience = { maxWait: 10_000, timeout: 120_000 } as const;

interface WantedCollection {
  readonly actor: Caller;
  readonly action: "collection.read" | "collection.change";
  readonly serviceId: string;
}

/** A collection, for somebody who is signed in. @throws AppError `not_found` also for a service that has none; `forbidden` */
export async function openCollection(wanted: WantedCollection): Promise<ServiceScope> {
  const scope = await openService(wanted);
  if (scope.serviceType !== "RECOGNITION") throw new AppError("not_found", "The object does not exist.");
  return scope;
}

/** Tells the audit trail what a person does to the collection; programs with keys are not in it. */
export async function recordByPerson(
  tx: Prisma.TransactionClient,
  { person, serviceId }: ServiceScope,
  entries: readonly Omit<AuditEntry, "actor" | "result">[],
): Promise<void> {
  if (person === undefined) return;
  const events = entries.map((entry) => ({ ...entry, actor: person, result: "success" as const }));
  await recordServiceEvents(tx, serviceId, events);
}

/** @throws AppError `forbidden` when the key that proved the scope may not do that */
export function requireKeyScope({ keyScopes }: ServiceScope, wanted: KeyScope): void {
  if (keyScopes.includes(wanted)) return;
  throw new AppError("forbidden", `This API key lacks the scope "${wanted}".`);
}

/**
 * Until the transaction ends, nobody else changes this collection.
 *
 * @throws AppError `not_found` when the service was removed meanwhile
 */
async function holdCollection(tx: Prisma.TransactionClient, serviceId: string): Promise<void> {
  if (!(await lockCollection(tx, serviceId))) throw new AppError("not_found", "The object does not exist.");
}

/**
 * Runs `work` in a transaction of its own, with the collection locked against every other change. What `work` does to
 * faces it tells by `recordChange`.
 *
 * @throws AppError `forbidden` when the key lacks the scope; `not_found` when the service was removed meanwhile; and what `work` throws
 */
export async function changeCollection<T>(
  scope: ServiceScope,
  wanted: KeyScope,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  requireKeyScope(scope, wanted);
  const run = async (tx: Prisma.TransactionClient) => {
    await holdCollection(tx, scope.serviceId);
    return work(tx);
  };
  // Those of this server wait here, or one busy collection would take all connections of the pool.
  return oneAtATime(`collection ${scope.serviceId}`, () => db().$transaction(run, patience));
}
