import { beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import type { Caller } from "@/lib/domain/policy/types";
import { createSession, readSession } from "@/lib/domain/sessions/service";
import { deleteAccount, deleteUser, listUsers, updateProfile, updateUser } from "./service";
import type { Role, UserStatus } from "./types";

provideDatabase();

const password = "correct horse battery";
let passwordHash = "";
beforeEach(async () => {
  await db().application.deleteMany();
  await db().user.deleteMany();
  passwordHash ||= await hashPassword(password);
});

async function person(name: string, globalRole: Role = "USER", status: UserStatus = "ACTIVE"): Promise<Caller> {
  const row = {
    email: `${name.toLowerCase()}@example.org`,
    firstName: name,
    lastName: "Kim",
    passwordHash,
    globalRole,
    status,
  };
  const { id: userId, email, firstName, lastName } = await db().user.create({ data: row });
  const { sessionId } = await createSession({ userId, ip: null, userAgent: null });
  return { userId, email, firstName, lastName, globalRole, sessionId };
}

const roleOf = async ({ userId }: Caller) => (await db().user.findUniqueOrThrow({ where: { id: userId } })).globalRole;
const forbidden = { code: "forbidden" };

describe("roles of the installation", () => {
  it("are given by the owner and by administrators", async () => {
    const [owner, admin, user] = [await person("o", "OWNER"), await person("a", "ADMINISTRATOR"), await person("u")];
    await updateUser(owner, user.userId, { globalRole: "ADMINISTRATOR" });
    expect(await roleOf(user)).toBe("ADMINISTRATOR");
    await updateUser(admin, user.userId, { globalRole: "USER" });
    expect(await roleOf(user)).toBe("USER");
  });

  it("are nobody's to change for themselves, and the owner's not an administrator's to touch or to give", async () => {
    const [owner, admin, user] = [await person("o", "OWNER"), await person("a", "ADMINISTRATOR"), await person("u")];
    await expect(updateUser(owner, owner.userId, { globalRole: "USER" })).rejects.toMatchObject(forbidden);
    await expect(updateUser(admin, admin.userId, { globalRole: "USER" })).rejects.toMatchObject(forbidden);
    await expect(updateUser(admin, owner.userId, { globalRole: "USER" })).rejects.toMatchObject(forbidden);
    await expect(updateUser(admin, owner.userId, { status: "DISABLED" })).rejects.toMatchObject(forbidden);
    await expect(updateUser(admin, user.userId, { globalRole: "OWNER" })).rejects.toMatchObject(forbidden);
    await expect(updateUser(user, admin.userId, { globalRole: "USER" })).rejects.toMatchObject(forbidden);
    const denials = await db().auditEvent.count({
      where: { action: "user.update", result: "denied", actorUserId: admin.userId },
    });
    expect(denials).toBe(4);
  });

  it("have one owner, also when the ownership is handed to two at the same time", async () => {
    const [owner, one, two] = [await person("o", "OWNER"), await person("a"), await person("b")];
    const changes = [one, two].map(({ userId }) => updateUser(owner, userId, { globalRole: "OWNER" }));
    const outcomes = await Promise.allSettled(changes);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().user.count({ where: { globalRole: "OWNER" } })).toBe(1);
    expect(await roleOf(owner)).toBe("ADMINISTRATOR");
  });

  it("do not make an owner of somebody who cannot sign in", async () => {
    const [owner, gone] = [await person("o", "OWNER"), await person("g", "USER", "DISABLED")];
    await expect(updateUser(owner, gone.userId, { globalRole: "OWNER" })).rejects.toMatchObject({ code: "conflict" });
    expect(await roleOf(owner)).toBe("OWNER");
  });

  it.each(["00000000-0000-4000-8000-000000000000", "no-uuid"])("of nobody (%s) are not found", async (id) => {
    const owner = await person("o", "OWNER");
    await expect(updateUser(owner, id, { globalRole: "USER" })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteUser(owner, id, { replacer: "owner" })).rejects.toMatchObject({ code: "not_found" });
  });
});

it("signs a disabled user out at once, and not in again by enabling", async () => {
  const [owner, user] = [await person("o", "OWNER"), await person("u")];
  await updateUser(owner, user.userId, { status: "DISABLED" });
  await updateUser(owner, user.userId, { status: "ACTIVE" });
  expect(await readSession(user.sessionId)).toBeNull();
});

describe("deleting a user", () => {
  const own = async (name: string, ownerId: string, more: readonly (readonly [string, Role])[] = []) => {
    const memberships = { create: [[ownerId, "OWNER"] as const, ...more].map(([userId, role]) => ({ userId, role })) };
    return (await db().application.create({ data: { name, memberships } })).id;
  };
  const members = async (applicationId: string) =>
    (await db().membership.findMany({ where: { applicationId } })).map(({ userId, role }) => [userId, role]);

  it.each(["deleter", "owner"] as const)("passes their applications to the %s", async (replacer) => {
    const [owner, admin, user] = [await person("o", "OWNER"), await person("a", "ADMINISTRATOR"), await person("u")];
    const heir = replacer === "deleter" ? admin : owner;
    const empty = await own("empty", user.userId);
    const shared = await own("shared", user.userId, [[heir.userId, "USER"]]);
    const foreign = await own("foreign", owner.userId, [[user.userId, "ADMINISTRATOR"]]);
    await deleteUser(admin, user.userId, { replacer });
    expect(await members(empty)).toEqual([[heir.userId, "OWNER"]]);
    expect(await members(shared)).toEqual([[heir.userId, "OWNER"]]);
    expect(await members(foreign)).toEqual([[owner.userId, "OWNER"]]);
    expect(await readSession(user.sessionId)).toBeNull();
  });

  it("is refused for the owner, for oneself and to users", async () => {
    const [owner, admin, user] = [await person("o", "OWNER"), await person("a", "ADMINISTRATOR"), await person("u")];
    await expect(deleteUser(admin, owner.userId, { replacer: "owner" })).rejects.toMatchObject(forbidden);
    await expect(deleteUser(admin, admin.userId, { replacer: "owner" })).rejects.toMatchObject(forbidden);
    await expect(deleteUser(user, admin.userId, { replacer: "owner" })).rejects.toMatchObject(forbidden);
    expect(await db().user.count()).toBe(3);
  });

  it("by themselves needs their password and passes their applications to the owner", async () => {
    const [owner, user] = [await person("o", "OWNER"), await person("u")];
    const application = await own("mine", user.userId);
    await expect(deleteAccount(user, { password: "wrong" })).rejects.toMatchObject({ fields: [{ name: "password" }] });
    await expect(deleteAccount(owner, { password })).rejects.toMatchObject(forbidden);
    await deleteAccount(user, { password });
    expect(await members(application)).toEqual([[owner.userId, "OWNER"]]);
    expect(await db().user.count()).toBe(1);
  });
});

describe("the list of users", () => {
  it("is searched in names and addresses, counted and paged", async () => {
    const owner = await person("olga", "OWNER");
    for (const name of ["anna", "ben", "Annika", "per_cent"]) await person(name);
    const query = { search: "ANN", page: 0, size: 1 };
    expect(await listUsers(owner, query)).toMatchObject({
      total: 2,
      page: 0,
      size: 1,
      items: [{ firstName: "anna" }],
    });
    expect((await listUsers(owner, { ...query, page: 1 })).items).toMatchObject([{ firstName: "Annika" }]);
    expect((await listUsers(owner, { ...query, search: "r_c" })).total).toBe(1);
    expect((await listUsers(owner, { ...query, search: "_" })).total).toBe(1);
  });

  it("shows no password, and nothing to users", async () => {
    const [owner, user] = [await person("o", "OWNER"), await person("u")];
    const { items } = await listUsers(owner, { search: "", page: 0, size: 20 });
    expect(JSON.stringify(items)).not.toContain("argon2");
    await expect(listUsers(user, { search: "", page: 0, size: 20 })).rejects.toMatchObject(forbidden);
  });
});

it("changes the caller's own name", async () => {
  const user = await person("u");
  expect(await updateProfile(user, { firstName: "Ann", lastName: "Lee" })).toMatchObject({
    firstName: "Ann",
    lastName: "Lee",
  });
});
