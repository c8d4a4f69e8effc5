import { voidTokens } from "@/lib/auth/mail-token";
import { config } from "@/lib/config/env";
import type { Prisma } from "@/lib/db/generated/client";
import { recordAuditEvents } from "@/lib/domain/audit/service";
import { isInvitationGood } from "@/lib/domain/registrations/service";
import { activateUser, addUser, findAccount, replaceUnverified } from "@/lib/domain/users/service";
import type { User, UserItem } from "@/lib/domain/users/types";
import { enqueueMail } from "@/lib/mail/outbox";
import { identityLinkedMail } from "@/lib/mail/templates";
import { findHolder } from "./data";
import { insertIdentity } from "./mutations";
import type { IdentitySignIn, Refusal } from "./types";
import type { Person } from "./utils";

type Holder = Pick<User, "id" | "email">;

interface FirstTime {
  readonly signIn: IdentitySignIn;
  readonly person: Person;
  readonly now: Date;
}

async function link(
  tx: Prisma.TransactionClient,
  user: Holder,
  { signIn: { identity, ip }, now }: FirstTime,
  action: "user.sign_up" | "user.link_identity",
): Promise<Holder> {
  await insertIdentity(tx, identity, user.id, now);
  const actor = { userId: user.id, label: user.email, ip };
  await recordAuditEvents(tx, [{ actor, action, objectType: "user", objectId: user.id, result: "success" }]);
  return user;
}

async function activate(tx: Prisma.TransactionClient, user: Holder, { signIn: { ip }, now }: FirstTime): Promise<void> {
  await activateUser(tx, { userId: user.id, label: user.email, ip }, user, now);
}

const accountOf = ({ email, firstName, lastName }: Person) =>
  ({ email, firstName, lastName, passwordHash: null, status: "UNVERIFIED" }) as const;

/**
 * An account that has the address already. Only a provider that checked the address may open it, or whoever writes
 * somebody else's address into their profile there could sign in as them.
 */
async function openAccount(tx: Prisma.TransactionClient, known: UserItem, first: FirstTime): Promise<Holder | Refusal> {
  const { person, now } = first;
  if (!person.isEmailVerified) return "address_unconfirmed";
  if (known.status === "DISABLED") return "disabled";
  if (known.status === "UNVERIFIED") {
    // Whoever signed up with the address never proved it, and must not keep a password to what becomes another's.
    await voidTokens(tx, known.id, "VERIFY");
    await replaceUnverified(tx, known.id, accountOf(person));
    await activate(tx, known, first);
  } else if (config().mail.enabled) {
    const name = config().oidc?.name ?? "";
    await enqueueMail(tx, { to: known.email, ...identityLinkedMail({ name }) }, now);
  }
  return link(tx, known, first, "user.link_identity");
}

/** Without mail nobody proves an address who signs up; with mail somebody has to vouch for it. */
async function isProven({ person, signIn, now }: FirstTime): Promise<boolean> {
  if (person.isEmailVerified || !config().mail.enabled) return true;
  const { invitationToken } = signIn;
  return invitationToken !== undefined && (await isInvitationGood(person.email, invitationToken, now));
}

/** Null when somebody took the address at the same moment. */
async function makeUser(tx: Prisma.TransactionClient, first: FirstTime): Promise<Holder | Refusal | null> {
  if (!(await isProven(first))) return "address_unconfirmed";
  const made = await addUser(tx, accountOf(first.person));
  if (made === null) return null;
  await activate(tx, made, first);
  return link(tx, made, first, "user.sign_up");
}

/** Who has this identity: for the first time the account of its address, or a new one. */
export async function findOrMakeUser(tx: Prisma.TransactionClient, first: FirstTime): Promise<Holder | Refusal> {
  const holder = await findHolder(tx, first.signIn.identity);
  if (holder !== null) return holder.status === "ACTIVE" ? holder : "disabled";
  const known = await findAccount(tx, first.person.email);
  if (known !== null) return openAccount(tx, known, first);
  return (await makeUser(tx, first)) ?? findOrMakeUser(tx, first);
}
