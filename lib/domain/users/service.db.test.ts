import { verify } from "@node-rs/argon2";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { createUserInput } from "./schema";
import { createUser } from "./service";

provideDatabase();
beforeEach(() => db().user.deleteMany());

const person = { password: "correct horse", firstName: "Anna", lastName: "Kim" };
const make = (email: string, more: object = {}) =>
  createUser(commandLineActor, createUserInput.parse({ ...person, email, ...more }));

describe("createUser", () => {
  it("makes exactly one owner of twenty who come first together", async () => {
    const users = await Promise.all(Array.from({ length: 20 }, (_, index) => make(`u${index}@example.org`)));
    expect(users.filter(({ globalRole }) => globalRole === "OWNER")).toHaveLength(1);
    expect(users.filter(({ globalRole }) => globalRole === "USER")).toHaveLength(19);
    expect(await db().user.count({ where: { globalRole: "OWNER" } })).toBe(1);
  });

  it("makes one account of twenty attempts with one address, and says conflict to the others", async () => {
    const attempts = Array.from({ length: 20 }, (_, index) =>
      make(index % 2 ? "same@example.org" : "SAME@example.org"),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
  });

  it("stores an active account with a hash in place of the password, and returns neither", async () => {
    const user = await make("anna@example.org");
    const stored = await db().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(stored).toMatchObject({ status: "ACTIVE", email: "anna@example.org" });
    expect(await verify(stored.passwordHash ?? "", person.password)).toBe(true);
    expect(Object.keys(user).sort()).toEqual(["email", "firstName", "globalRole", "id", "lastName"]);
  });

  it("gives the role that was asked for, also to the first", async () => {
    expect(await make("admin@example.org", { role: "ADMINISTRATOR" })).toMatchObject({ globalRole: "ADMINISTRATOR" });
  });

  it("refuses a password that is easy to guess", async () => {
    await expect(make("anna@example.org", { password: "password1" })).rejects.toMatchObject({
      code: "invalid_request",
      fields: [{ name: "password" }],
    });
    expect(await db().user.count()).toBe(0);
  });

  it("leaves one line in the audit trail, without the password", async () => {
    const user = await make("anna@example.org");
    const events = await db().auditEvent.findMany({ where: { objectId: user.id } });
    expect(events).toMatchObject([{ action: "user.create", actorLabel: "command line", result: "success" }]);
    expect(JSON.stringify(events)).not.toContain(person.password);
  });
});
