import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { needsCode } from "@/lib/domain/one-time-codes/service";
import { userCreationPatience } from "@/lib/domain/users/service";
import type { User } from "@/lib/domain/users/types";
import { findOrMakeUser } from "./find-or-make-user";
import { lockIdentity } from "./mutations";
import type { IdentityOutcome, IdentitySignIn } from "./types";
import { readPerson } from "./utils";

async function record(user: Pick<User, "id" | "email"> | null, ip: string | null): Promise<void> {
  const actor = { userId: user?.id ?? null, label: user?.email ?? "unknown", ip };
  const object = { objectType: "user", objectId: user?.id ?? "-" } as const;
  const result = user === null ? "denied" : "success";
  await recordAuditEvents(db(), [{ actor, action: "session.sign_in", ...object, result }]);
}

/**
 * Signs in whom the identity provider vouches for. The first time the identity is connected with the account of its
 * address, if the provider checked that address, or with a new account; the first of the installation owns it. A second
 * factor of the account is asked for all the same.
 */
export async function signInWithIdentity(signIn: IdentitySignIn, now = new Date()): Promise<IdentityOutcome> {
  const person = readPerson(signIn.identity, config().oidc?.allowedDomains ?? []);
  const found =
    typeof person === "string"
      ? person
      : await db().$transaction(async (tx) => {
          await lockIdentity(tx, signIn.identity);
          return findOrMakeUser(tx, { signIn, person, now });
        }, userCreationPatience);
  if (typeof found === "string") {
    await record(null, signIn.ip);
    return { refusal: found };
  }
  const isCodeNeeded = await needsCode(found.id);
  if (!isCodeNeeded) await record(found, signIn.ip);
  return { userId: found.id, isCodeNeeded };
}
