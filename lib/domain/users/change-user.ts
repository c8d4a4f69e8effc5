import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { isRowId } from "@/lib/db/row-id";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { auditActorOf } from "@/lib/domain/policy/service";
import type { Caller } from "@/lib/domain/policy/types";
import { AppError } from "@/lib/errors/app-error";
import { findUser } from "./data";
import { lockOwnership } from "./mutations";
import type { UserItem } from "./types";

interface Change {
  readonly caller: Caller;
  readonly action: "user.update" | "user.delete" | "user.reset_second_factor";
  readonly userId: string;
}

interface Parties {
  /** The caller as the database has them now. */
  readonly actor: UserItem;
  readonly target: UserItem;
}

async function findParties(tx: Prisma.TransactionClient, { caller, userId }: Change): Promise<Parties> {
  const actor = await findUser(tx, { id: caller.userId });
  const target = isRowId(userId) ? await findUser(tx, { id: userId }) : null;
  if (actor === null || target === null) throw new AppError("not_found", "The user does not exist.");
  return { actor, target };
}

function entryOf({ caller, action, userId }: Change, result: "success" | "denied") {
  return { actor: auditActorOf(caller), action, objectType: "user", objectId: userId, result } as const;
}

/**
 * Runs `work` in a transaction in which nobody else hands over the ownership of the installation, with both sides read
 * behind the lock, and writes down that it happened or was refused.
 *
 * @throws AppError `not_found`, and what `work` throws
 */
export async function changeUser<T>(
  change: Change,
  work: (tx: Prisma.TransactionClient, parties: Parties) => Promise<T>,
): Promise<T> {
  try {
    return await db().$transaction(async (tx) => {
      await lockOwnership(tx);
      const result = await work(tx, await findParties(tx, change));
      await recordAuditEvents(tx, [entryOf(change, "success")]);
      return result;
    });
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") {
      await recordAuditEvents(db(), [entryOf(change, "denied")]);
    }
    throw error;
  }
}
