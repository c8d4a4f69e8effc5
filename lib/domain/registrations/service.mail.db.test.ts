import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { newToken } from "@/lib/auth/mail-token";
import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { verifyCredentials } from "@/lib/domain/sessions/service";
import { deliverDueMails } from "@/lib/mail/deliver";
import { startMailServer } from "@/lib/mail/testing/mail-server";
import { createSendMail } from "@/lib/mail/transport";
import { signUpInput } from "./schema";
import { resendVerification, signUp, verifyEmail } from "./service";

provideDatabase();

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer();
  vi.stubEnv("ENABLE_EMAIL_SERVER", "true");
  vi.stubEnv("EMAIL_HOST", "127.0.0.1");
  vi.stubEnv("EMAIL_PORT", String(server.port));
  vi.stubEnv("EMAIL_FROM", "Mien <mien@faces.example>");
  vi.stubEnv("PUBLIC_URL", "https://faces.example");
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});
beforeEach(async () => {
  await db().user.deleteMany();
  await db().outbox.deleteMany();
  await db().signInThrottle.deleteMany();
});

const start = new Date("2026-11-20T00:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);
const minuteMs = 60_000;
const password = "correct horse battery";
const person = { firstName: "Anna", lastName: "Kim", password };
const join = (email: string, more: object = {}, now = start) =>
  signUp(signUpInput.parse({ ...person, email, ...more }), null, now);
const enter = (email: string, given = password) => verifyCredentials({ email, password: given, ip: null }, start);

/** Sends what is in the outbox to the mail server at a port, whatever the configuration says. */
function deliverTo(port: number, now: Date): Promise<number> {
  const { mail, publicUrl } = config();
  return deliverDueMails(
    createSendMail({ mail: { ...mail, port }, publicUrl }),
    () => now,
    () => false,
  );
}

/** Sends what is in the outbox and returns what arrived: who got it and the token in its link. */
async function receive(now = start) {
  const before = server.received.length;
  await deliverTo(server.port, now);
  return server.received.slice(before).map(({ recipients, source }) => {
    const text = source.replace(/=\r\n/g, "").replace(/=3D/g, "=");
    return {
      recipients,
      subject: /^Subject: (.*)\r$/m.exec(text)?.[1],
      token: /\?token=([\w-]{43})/.exec(text)?.[1] ?? "",
    };
  });
}

describe("signing up with mail", () => {
  it("lets nobody in before the mailed link is used, and then does", async () => {
    expect(await join("anna@example.org")).toEqual({ next: "verify_email" });
    expect(await enter("anna@example.org")).toBeNull();
    const [mail] = await receive();
    expect(mail).toMatchObject({ recipients: ["anna@example.org"], subject: "Confirm your e-mail address" });
    await verifyEmail({ token: mail!.token }, null, start);
    expect(await enter("anna@example.org")).not.toBeNull();
  });

  it("takes a link once, within 60 minutes", async () => {
    await join("anna@example.org");
    const [mail] = await receive();
    const use = (now: Date) => verifyEmail({ token: mail!.token }, null, now);
    await expect(use(later(60 * minuteMs))).rejects.toMatchObject({ code: "not_found" });
    const uses = await Promise.allSettled([use(later(59 * minuteMs)), use(later(59 * minuteMs))]);
    expect(uses.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(use(later(59 * minuteMs))).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses a link that nobody was sent", async () => {
    await join("anna@example.org");
    await expect(verifyEmail({ token: newToken().token }, null, start)).rejects.toMatchObject({ code: "not_found" });
  });

  it("answers a known address like an unknown one and tells its owner by mail", async () => {
    const answer = await join("anna@example.org");
    await verifyEmail({ token: (await receive())[0]!.token }, null, start);
    expect(await join("anna@example.org", { password: "another good sentence" })).toEqual(answer);
    expect(await receive()).toMatchObject([
      { recipients: ["anna@example.org"], subject: "You already have an account" },
    ]);
    expect(await enter("anna@example.org")).not.toBeNull();
    expect(await enter("anna@example.org", "another good sentence")).toBeNull();
  });

  it("believes the last of several sign-ups with an address that nobody verified, and voids the links of the others", async () => {
    await join("anna@example.org", { password: "a stranger's sentence" });
    const [first] = await receive();
    await join("anna@example.org");
    const [second] = await receive();
    await expect(verifyEmail({ token: first!.token }, null, start)).rejects.toMatchObject({ code: "not_found" });
    await verifyEmail({ token: second!.token }, null, start);
    expect(await enter("anna@example.org")).not.toBeNull();
    expect(await enter("anna@example.org", "a stranger's sentence")).toBeNull();
  });

  it("keeps the last link good when strangers sign up with the address until no more mail may go out", async () => {
    await join("anna@example.org");
    await join("anna@example.org");
    await join("anna@example.org");
    const [, , last] = await receive();
    await join("anna@example.org", { password: "a stranger's sentence" });
    expect(await receive()).toEqual([]);
    await verifyEmail({ token: last!.token }, null, start);
    expect(await enter("anna@example.org")).not.toBeNull();
  });

  it("answers while the mail server is down, and the mail arrives when it is back", async () => {
    await server.close();
    expect(await join("anna@example.org")).toEqual({ next: "verify_email" });
    await deliverTo(server.port, start);
    server = await startMailServer();
    const mails = await receive(later(minuteMs));
    expect(mails).toMatchObject([{ recipients: ["anna@example.org"] }]);
    await verifyEmail({ token: mails[0]!.token }, null, later(minuteMs));
  });

  it("needs no second mail for the address that an invitation went to, and for no other", async () => {
    const application = await db().application.create({ data: { name: "Door" } });
    const { token, tokenHash } = newToken();
    const row = { applicationId: application.id, email: "anna@example.org", role: "USER", tokenHash } as const;
    await db().invitation.create({ data: { ...row, expiresAt: later(minuteMs) } });
    expect(await join("eve@example.org", { invitationToken: token })).toEqual({ next: "verify_email" });
    expect(await join("anna@example.org", { invitationToken: token })).toEqual({ next: "sign_in" });
    expect(await enter("anna@example.org")).not.toBeNull();
    expect(await db().membership.count({ where: { applicationId: application.id } })).toBe(1);
  });
});

describe("the ownership of the installation", () => {
  it("goes to the first who verifies when the one who signed up first never does", async () => {
    await join("typo@example.org");
    await join("anna@example.org");
    const mails = await receive();
    const mail = mails.find(({ recipients }) => recipients[0] === "anna@example.org");
    await verifyEmail({ token: mail!.token }, null, start);
    const users = await db().user.findMany({ orderBy: { email: "asc" } });
    expect(users.map(({ globalRole }) => globalRole)).toEqual(["OWNER", "USER"]);
  });

  it("is one when fifty sign up together and verify together", async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => join(`u${index}@example.org`)));
    expect(await db().user.count({ where: { globalRole: "OWNER" } })).toBe(1);
    const mails = await receive();
    await Promise.all(mails.map(({ token }) => verifyEmail({ token }, null, start)));
    expect(await db().user.count({ where: { globalRole: "OWNER", status: "ACTIVE" } })).toBe(1);
    expect(await db().user.count({ where: { globalRole: "OWNER" } })).toBe(1);
  });
});

it("mails one address three times an hour, however many ask at the same moment", async () => {
  await Promise.all(Array.from({ length: 10 }, () => join("anna@example.org")));
  expect(await receive()).toHaveLength(3);
  await join("anna@example.org", {}, later(60 * minuteMs));
  expect(await receive(later(60 * minuteMs))).toHaveLength(1);
});

describe("another link", () => {
  it("is mailed to an address that waits for its verification, and to no other", async () => {
    await join("anna@example.org");
    await receive();
    await resendVerification({ email: signUpInput.shape.email.parse("anna@example.org") }, null, start);
    await resendVerification({ email: signUpInput.shape.email.parse("nobody@example.org") }, null, start);
    const mails = await receive();
    expect(mails).toMatchObject([{ recipients: ["anna@example.org"] }]);
    await verifyEmail({ token: mails[0]!.token }, null, start);
    await resendVerification({ email: signUpInput.shape.email.parse("anna@example.org") }, null, start);
    expect(await receive()).toEqual([]);
  });
});

const attacks = [
  "x@y.example\r\nBcc: evil@x.example",
  "x@y.example\r\nRCPT TO:<evil@x.example>",
  "x@y.example\n.\nevil",
  "x@y.example\r\n",
  "x@y.example\0",
  "a@b.example, evil@x.example",
  "a@b.example，evil@x.example",
  "a@b.example;evil@x.example",
  "a@b.example；evil@x.example",
  "a@b.example evil@x.example",
  "group: a@b.example, evil@x.example;",
  "Anna <a@b.example>",
  "<a@b.example>",
  "<a@b.example>,<evil@x.example>",
  "a(evil@x.example)@b.example",
  '"a@evil.example, b"@x.example',
  '"a b"@c.example',
  "a@[127.0.0.1]",
  "a\\@b.example",
  "a@b@c.example",
  "a＠b@c.example",
  "a＠b.example",
  "ａｎｎａ@example.org",
  "Anna@Example.ORG",
  "anna+tag@example.org",
  "o'brien@example.org",
  "a!b%c@example.org",
  "%0d%0aBcc:evil@x.example",
  "=?utf-8?q?evil=40x.example=2C?=@y.example",
  "jürgen@example.org",
  "a@bücher.example",
  "a@xn--bcher-kva.example",
  "а@example.org",
  "a\u200b@example.org",
  "a\u202e@example.org",
  "a@b.example\u2028evil@x.example",
  "a\u00a0@example.org",
  "-oQ/tmp@example.org",
  "a@-b.example",
  `${"a".repeat(10_000)}@b.example`,
  `a@${"b".repeat(250)}.example`,
];

/** The domain in its ASCII form (RFC 5891), since the receiving server shows it in either. */
function inAscii(address = ""): string {
  const [localPart, domain] = address.split("@");
  return `${localPart}@${new URL(`http://${domain}`).hostname}`;
}

describe("an address that is an attack", () => {
  it.each(attacks.map((attack) => [JSON.stringify(attack).slice(0, 60), attack] as const))(
    "%s is refused or reaches exactly its own normalised address",
    async (_, attack) => {
      const parsed = signUpInput.safeParse({ ...person, email: attack });
      if (!parsed.success) return expect(parsed.error.issues[0]?.path).toEqual(["email"]);
      await signUp(parsed.data, null, start);
      const recipients = (await receive()).map((mail) => mail.recipients.map(inAscii));
      expect(recipients).toEqual([[inAscii(attack.normalize("NFKC").toLowerCase())]]);
    },
  );
});
