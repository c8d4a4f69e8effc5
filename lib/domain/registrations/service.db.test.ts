import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { verifyCredentials } from "@/lib/domain/sessions/service";
import { signUpInput } from "./schema";
import { isFirstAccount, signUp } from "./service";

provideDatabase();
beforeEach(() => db().user.deleteMany());

const password = "correct horse battery";
const person = { firstName: "Anna", lastName: "Kim", password };
const join = (email: string, more: object = {}) => signUp(signUpInput.parse({ ...person, email, ...more }), null);

describe("signing up without mail", () => {
  it("makes an account that can be used at once", async () => {
    expect(await join("anna@example.org")).toEqual({ next: "sign_in" });
    expect(await verifyCredentials({ email: "Anna@Example.org", password, ip: null })).not.toBeNull();
    expect(await db().outbox.count()).toBe(0);
  });

  it("makes exactly one owner of fifty who come first together", async () => {
    expect(await isFirstAccount()).toBe(true);
    await Promise.all(Array.from({ length: 50 }, (_, index) => join(`u${index}@example.org`)));
    expect(await db().user.count()).toBe(50);
    expect(await db().user.count({ where: { globalRole: "OWNER" } })).toBe(1);
    expect(await db().user.count({ where: { status: "ACTIVE" } })).toBe(50);
    expect(await isFirstAccount()).toBe(false);
  });

  it("answers a known address like an unknown one and changes nothing", async () => {
    const answer = await join("anna@example.org");
    const before = await db().user.findMany();
    expect(await join("anna@example.org", { firstName: "Eve", password: "another good sentence" })).toEqual(answer);
    expect(await db().user.findMany()).toEqual(before);
  });

  it.each([
    ["a common password", "password1"],
    ["the own name", "AnnaKim2026"],
    ["the own address", "anna@example.org"],
  ])("refuses %s, naming the field", async (_, weak) => {
    await expect(join("anna@example.org", { password: weak })).rejects.toMatchObject({
      code: "invalid_request",
      fields: [{ name: "password" }],
    });
    expect(await db().user.count()).toBe(0);
  });

  it("makes the person a member of what the address was invited to, and of nothing that expired", async () => {
    const make = (name: string) => db().application.create({ data: { name } });
    const [open, expired] = [await make("open"), await make("expired")];
    const invite = (applicationId: string, byte: number, expiresAt: Date) =>
      db().invitation.create({
        data: { applicationId, email: "anna@example.org", role: "USER", tokenHash: Buffer.alloc(32, byte), expiresAt },
      });
    await invite(open.id, 1, new Date(Date.now() + 60_000));
    await invite(expired.id, 2, new Date(Date.now() - 60_000));
    await join("anna@example.org");
    expect(await db().membership.findMany()).toMatchObject([{ applicationId: open.id, role: "USER" }]);
    expect(await db().invitation.count()).toBe(0);
  });
});
