import { beforeEach, describe, expect, it, vi } from "vitest";
import { hashToken } from "@/lib/auth/mail-token";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { auditActorOf } from "@/lib/domain/policy/service";
import {
  type Company,
  makeCaller,
  makeCompany,
  makeMember,
  outcomeOf,
  trailOf,
} from "@/lib/domain/policy/testing/company";
import type { Caller } from "@/lib/domain/policy/types";
import { readService } from "@/lib/domain/services/service";
import { inviteMemberInput } from "./schema";
import {
  acceptInvitations,
  changeMemberRole,
  inviteMember,
  leaveApplication,
  listMembers,
  removeMember,
  revokeInvitation,
} from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.stubEnv("ENABLE_EMAIL_SERVER", "true");
vi.stubEnv("EMAIL_HOST", "mail.example.org");
vi.stubEnv("EMAIL_FROM", "mien@example.org");
vi.stubEnv("PUBLIC_URL", "https://mien.example.org");
provideDatabase();

let company: Company;
let applicationId: string;
let owner: Caller;
beforeEach(async () => {
  company = await makeCompany();
  applicationId = company.applicationId;
  owner = company.callers.APPLICATION_OWNER;
});

const weekMs = 7 * 24 * 3_600_000;
const invite = (email: string, more: object = {}, now?: Date) =>
  inviteMember({ actor: owner, applicationId, ...inviteMemberInput.parse({ email, role: "USER", ...more }) }, now);
const mailsTo = (to: string) => db().outbox.findMany({ where: { to } });
const roleOf = async ({ userId }: Caller) =>
  (await db().membership.findFirst({ where: { userId, applicationId } }))?.role ?? null;
const accept = ({ userId }: Caller, email: string, now?: Date) =>
  db().$transaction((tx) => acceptInvitations(tx, auditActorOf(owner), { userId, email }, now));

async function linkTokenTo(email: string): Promise<string> {
  const [mail] = await mailsTo(email);
  return /https:\/\/mien\.example\.org\/sign-up\?invitation=([\w-]{43})/.exec(mail?.text ?? "")?.[1] ?? "no link";
}

describe("inviteMember", () => {
  it("makes somebody with an account a member at once and writes to them", async () => {
    const known = await makeCaller();
    expect(await invite(known.email.toUpperCase(), { role: "ADMINISTRATOR" })).toBeUndefined();
    expect(await roleOf(known)).toBe("ADMINISTRATOR");
    const mails = await mailsTo(known.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain(`https://mien.example.org/applications/${applicationId}`);
    expect(mails[0]?.text).toContain(company.name);
  });

  it("invites an unknown address with a link, of which the database keeps only the hash", async () => {
    expect(await invite("new@example.org")).toBeUndefined();
    const token = await linkTokenTo("new@example.org");
    const invitation = await db().invitation.findFirstOrThrow({ where: { applicationId, email: "new@example.org" } });
    expect(invitation.tokenHash).toEqual(hashToken(token));
    expect(invitation).toMatchObject({ role: "USER", invitedById: owner.userId });
    const trail = await db().auditEvent.findMany({ where: { actorUserId: owner.userId } });
    expect(JSON.stringify(trail)).not.toContain(token);
  });

  it("invites, and does not add, whoever has not shown yet that the address is theirs", async () => {
    const squatter = await makeCaller();
    await db().user.update({ where: { id: squatter.userId }, data: { status: "UNVERIFIED" } });
    await invite(squatter.email);
    expect(await roleOf(squatter)).toBeNull();
    expect(await db().invitation.count({ where: { applicationId, email: squatter.email } })).toBe(1);
  });

  it("replaces an invitation by the next one to the same address", async () => {
    await invite("twice@example.org");
    const first = await linkTokenTo("twice@example.org");
    await invite("TWICE@example.org", { role: "ADMINISTRATOR" });
    const rows = await db().invitation.findMany({ where: { applicationId, email: "twice@example.org" } });
    expect(rows).toMatchObject([{ role: "ADMINISTRATOR" }]);
    expect(rows[0]?.tokenHash).not.toEqual(hashToken(first));
  });

  it("says conflict for a member, and sends nothing", async () => {
    const { email } = company.callers.APPLICATION_USER;
    await expect(invite(email, { role: "ADMINISTRATOR" })).rejects.toMatchObject({ code: "conflict" });
    expect(await mailsTo(email)).toEqual([]);
    expect(await roleOf(company.callers.APPLICATION_USER)).toBe("USER");
  });

  it("adds one membership of ten invitations at once", async () => {
    const { email } = await makeCaller();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(invite(email))));
    expect(outcomes.sort()).toEqual(["allowed", ...Array.from({ length: 9 }, () => "conflict")]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it.each([
    ["ownership", { role: "OWNER" }],
    ["an unknown role", { role: "KING" }],
    ["two recipients", { email: "a@b.example, c@d.example" }],
    ["an unknown member", { applicationId: "x" }],
  ])("gives nobody %s", (_, change) => {
    expect(inviteMemberInput.safeParse({ email: "a@b.example", role: "USER", ...change }).success).toBe(false);
  });
});

describe("an invitation", () => {
  it("is listed with its application until it ends, without its token", async () => {
    await invite("list@example.org");
    const { items, invitations } = await listMembers({ actor: company.callers.APPLICATION_USER, applicationId });
    expect(items.map(({ role }) => role)).toEqual(["OWNER", "ADMINISTRATOR", "USER"]);
    const { userId, email, firstName, lastName } = owner;
    expect(items[0]).toEqual({ userId, email, firstName, lastName, role: "OWNER" });
    const listed = invitations.find((invitation) => invitation.email === "list@example.org");
    expect(Object.keys(listed ?? {}).sort()).toEqual(["email", "expiresAt", "id", "role"]);
    const later = new Date(Date.now() + weekMs + 1000);
    expect((await listMembers({ actor: owner, applicationId }, later)).invitations).toEqual([]);
  });

  it("becomes a membership of the user whose address it is", async () => {
    await invite("joins@example.org", { role: "ADMINISTRATOR" });
    const user = await makeCaller();
    await accept(user, "joins@example.org");
    expect(await roleOf(user)).toBe("ADMINISTRATOR");
    expect(await db().invitation.count({ where: { email: "joins@example.org" } })).toBe(0);
    expect(await trailOf(owner)).toContain("invitation.accept success");
  });

  it("is not lost when the account becomes active at the same moment", async () => {
    const arrive = async (email: string) => {
      const user = await makeCaller();
      await db().user.update({ where: { id: user.userId }, data: { email, status: "UNVERIFIED" } });
      const activate = db().$transaction(async (tx) => {
        await tx.user.update({ where: { id: user.userId }, data: { status: "ACTIVE" } });
        await acceptInvitations(tx, auditActorOf(owner), { userId: user.userId, email });
      });
      await Promise.all([invite(email), activate]);
      return roleOf(user);
    };
    const emails = Array.from({ length: 12 }, (_, index) => `${applicationId}-${index}@example.org`);
    expect(await Promise.all(emails.map(arrive))).toEqual(emails.map(() => "USER"));
  });

  it("becomes no membership after seven days", async () => {
    const sentAt = new Date();
    await invite("late@example.org", {}, sentAt);
    const user = await makeCaller();
    await accept(user, "late@example.org", new Date(sentAt.getTime() + weekMs));
    expect(await roleOf(user)).toBeNull();
  });

  it("becomes no membership once it is revoked", async () => {
    await invite("gone@example.org");
    const { id } = await db().invitation.findFirstOrThrow({ where: { email: "gone@example.org" } });
    await revokeInvitation({ actor: owner, applicationId, invitationId: id });
    const user = await makeCaller();
    await accept(user, "gone@example.org");
    expect(await roleOf(user)).toBeNull();
  });

  it("of another application is not there to be revoked", async () => {
    const { invitationId } = await makeCompany();
    const attempt = revokeInvitation({ actor: owner, applicationId, invitationId });
    await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    expect(await db().invitation.count({ where: { id: invitationId } })).toBe(1);
  });
});

describe("the owner", () => {
  it("transfers the application and becomes an administrator", async () => {
    const heir = company.callers.APPLICATION_USER;
    const member = await changeMemberRole({ actor: owner, applicationId, userId: heir.userId, role: "OWNER" });
    expect(member).toMatchObject({ userId: heir.userId, role: "OWNER" });
    expect(await roleOf(owner)).toBe("ADMINISTRATOR");
    expect(await trailOf(owner)).toContain("application.transfer success");
  });

  it("is one, however many transfers run at once", async () => {
    const heirs = await Promise.all(Array.from({ length: 8 }, () => makeMember(applicationId, "USER")));
    const outcomes = await Promise.all(
      heirs.map(({ userId }) => outcomeOf(changeMemberRole({ actor: owner, applicationId, userId, role: "OWNER" }))),
    );
    // Who came first is not the owner any more when the second asks.
    expect(outcomes.sort()).toEqual(["allowed", ...Array.from({ length: 7 }, () => "forbidden")]);
    expect(await db().membership.count({ where: { applicationId, role: "OWNER" } })).toBe(1);
  });

  it.each(["APPLICATION_OWNER", "GLOBAL_OWNER", "GLOBAL_ADMINISTRATOR"] as const)(
    "is neither demoted nor removed by %s",
    async (standing) => {
      const actor = company.callers[standing];
      const target = { actor, applicationId, userId: owner.userId };
      await expect(changeMemberRole({ ...target, role: "USER" })).rejects.toMatchObject({ code: "forbidden" });
      await expect(removeMember(target)).rejects.toMatchObject({ code: "forbidden" });
      expect(await roleOf(owner)).toBe("OWNER");
      expect((await trailOf(actor)).filter((line) => line.endsWith("denied"))).toHaveLength(2);
    },
  );

  it("cannot leave without a transfer, also as administrator of the installation", async () => {
    await db().user.update({ where: { id: owner.userId }, data: { globalRole: "ADMINISTRATOR" } });
    const actor: Caller = { ...owner, globalRole: "ADMINISTRATOR" };
    await expect(leaveApplication({ actor, applicationId })).rejects.toMatchObject({ code: "forbidden" });
    expect(await roleOf(owner)).toBe("OWNER");
  });
});

describe("a member", () => {
  it("leaves, also by removing themselves, and sees nothing any more", async () => {
    const { APPLICATION_USER: user, APPLICATION_ADMINISTRATOR: administrator } = company.callers;
    await leaveApplication({ actor: user, applicationId });
    await removeMember({ actor: administrator, applicationId, userId: administrator.userId });
    for (const actor of [user, administrator]) {
      const attempt = readService({ actor, serviceId: company.serviceId });
      await expect(attempt).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("loses the rights of a role with the role, at once", async () => {
    const actor = company.callers.APPLICATION_ADMINISTRATOR;
    await changeMemberRole({ actor: owner, applicationId, userId: actor.userId, role: "USER" });
    const attempt = removeMember({ actor, applicationId, userId: company.callers.APPLICATION_USER.userId });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });

  it("of another application is not there to be changed or removed", async () => {
    const { userId } = (await makeCompany()).callers.APPLICATION_USER;
    const target = { actor: owner, applicationId, userId };
    await expect(removeMember(target)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeMemberRole({ ...target, role: "OWNER" })).rejects.toMatchObject({ code: "not_found" });
    expect(await roleOf(owner)).toBe("OWNER");
  });
});
