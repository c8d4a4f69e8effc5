import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import type { Actor, AuditObjectType } from "@/lib/domain/audit/types";
import { AppError } from "@/lib/errors/app-error";
import { findApplicationId, findMembership } from "./data";
import { lockApplication } from "./mutations";
import type { ApplicationQuestion, Caller, Place, Question } from "./types";
import { isPermitted, standingOf } from "./utils";

// Mutations of one application wait for each other, each with a connection of the pool in hand.
const patience = { maxWait: 10_000, timeout: 10_000 } as const;

/** A refusal that the audit trail tells of. */
class Denial extends AppError {}

/** How the audit trail names a caller. */
export function auditActorOf({ userId, email, ip = null }: Caller): Actor {
  return { userId, label: email, ip };
}

/** For what is known to the caller and theirs to see, but not to do. Audited when thrown within `change`. */
export function refuse(publicDetail: string): never {
  throw new Denial("forbidden", publicDetail);
}

function objectOf(question: Question): { objectType: AuditObjectType; objectId: string } {
  if ("applicationId" in question) return { objectType: "application", objectId: question.applicationId };
  if ("serviceId" in question) return { objectType: "service", objectId: question.serviceId };
  if ("keyId" in question) return { objectType: "api_key", objectId: question.keyId };
  return { objectType: "installation", objectId: "-" };
}

async function recordDenial(question: Question): Promise<void> {
  const { actor, action } = question;
  const entry = { actor: auditActorOf(actor), action, ...objectOf(question), result: "denied" } as const;
  await recordAuditEvents(db(), [entry]);
}

/** Runs `work` and, after all that it did is undone, notes a denial that ended it. */
async function auditingDenials<T>(question: Question, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Denial) await recordDenial(question);
    throw error;
  }
}

// The same words for what is missing and for what is somebody else's, so that nobody learns what is there; the trail
// tells only of the latter, since a page of something that was removed meanwhile attempts nothing.
const missingText = "The object does not exist.";

async function requireApplicationId(tx: Prisma.TransactionClient, place: Place): Promise<string> {
  const applicationId = await findApplicationId(tx, place);
  if (applicationId === null) throw new AppError("not_found", missingText);
  return applicationId;
}

async function requirePermission(
  tx: Prisma.TransactionClient,
  { actor, action }: Question,
  applicationId: string | null,
): Promise<void> {
  const { globalRole, userId } = actor;
  const membership = applicationId === null ? { role: null } : await findMembership(tx, { applicationId, userId });
  if (membership === null) throw new AppError("not_found", missingText);
  const standing = standingOf(globalRole, membership.role);
  if (isPermitted(action, standing)) return;
  if (applicationId !== null && standing === "OUTSIDER") throw new Denial("not_found", missingText);
  refuse("Your role does not allow this.");
}

/**
 * Asks whether the caller may do that, and puts every refusal into the audit trail.
 *
 * @throws AppError `not_found` when the place is missing or none of the caller's; `forbidden`
 */
export async function authorize(question: Question): Promise<void> {
  await auditingDenials(question, async () => {
    const isAnywhere = "applicationId" in question || "serviceId" in question || "keyId" in question;
    await requirePermission(db(), question, isAnywhere ? await requireApplicationId(db(), question) : null);
  });
}

/**
 * Runs `work` in a transaction of its own, with the application locked against every other change and the permission
 * checked behind the lock; a role that is taken away at the same time either still counts or stops the change.
 *
 * @throws AppError as `authorize` does, and what `work` throws
 */
export function change<T>(
  question: ApplicationQuestion,
  work: (tx: Prisma.TransactionClient, applicationId: string) => Promise<T>,
  { timeoutMs = patience.timeout }: { readonly timeoutMs?: number } = {},
): Promise<T> {
  return auditingDenials(question, () =>
    db().$transaction(
      async (tx) => {
        const applicationId = await requireApplicationId(tx, question);
        await lockApplication(tx, applicationId);
        await requirePermission(tx, question, applicationId);
        return work(tx, applicationId);
      },
      { ...patience, timeout: timeoutMs },
    ),
  );
}
