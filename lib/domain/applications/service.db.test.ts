import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { type Company, makeCaller, makeCompany, outcomeOf, trailOf } from "@/lib/domain/policy/testing/company";
import type { Caller } from "@/lib/domain/policy/types";
import { addApplicationInput, pageRequestInput } from "./schema";
import { addApplication, listApplications, readApplication, removeApplication, renameApplication } from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

const list = (actor: Caller, query: object = {}) => listApplications({ actor, ...pageRequestInput.parse(query) });
const namesOf = async (actor: Caller, query: object = {}) => (await list(actor, query)).items.map(({ name }) => name);

let company: Company;
let owner: Caller;
beforeEach(async () => {
  company = await makeCompany();
  owner = company.callers.APPLICATION_OWNER;
});

describe("addApplication", () => {
  it("makes its caller the owner", async () => {
    const actor = await makeCaller("ADMINISTRATOR");
    const item = await addApplication({ actor, name: "Mine" });
    const { userId: id, firstName, lastName } = actor;
    expect(item).toMatchObject({ name: "Mine", role: "OWNER", owner: { id, firstName, lastName }, serviceCount: 0 });
    expect(item.createdAt).toBeInstanceOf(Date);
    expect(await trailOf(actor)).toEqual(["application.create success"]);
  });

  it("makes one of twenty of one name, whatever its case, and says conflict to the others", async () => {
    const actor = await makeCaller("OWNER");
    const attempts = Array.from({ length: 20 }, (_, index) =>
      outcomeOf(addApplication({ actor, name: index % 2 ? "Race" : "RACE" })),
    );
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((outcome) => outcome === "allowed")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "conflict")).toHaveLength(19);
    expect(await db().application.count({ where: { name: { in: ["Race", "RACE"] } } })).toBe(1);
    expect(await trailOf(actor)).toEqual(["application.create success"]);
  });

  it("is refused to a global user, and the trail tells of it", async () => {
    const actor = await makeCaller();
    await expect(addApplication({ actor, name: "Wish" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await trailOf(actor)).toEqual(["application.create denied"]);
    expect(await db().application.count({ where: { name: "Wish" } })).toBe(0);
  });

  it.each(["", "  ", "a/b", "a;b", "a\nb", "x".repeat(51)])("takes no name such as %j", (name) => {
    expect(addApplicationInput.safeParse({ name }).success).toBe(false);
  });
});

describe("listApplications", () => {
  it("shows a global user their own only, and administrators of the installation all", async () => {
    const other = await makeCompany();
    expect(await namesOf(owner)).toEqual([company.name]);
    expect(await namesOf(company.callers.OUTSIDER)).toEqual([]);
    const all = await namesOf(company.callers.GLOBAL_ADMINISTRATOR, { size: "100" });
    expect(all).toEqual(expect.arrayContaining([company.name, other.name]));
  });

  it("tells the caller's role, the owner and the number of services", async () => {
    const { userId: id, firstName, lastName } = owner;
    const expected = { owner: { id, firstName, lastName }, serviceCount: 1 };
    expect((await list(company.callers.APPLICATION_USER)).items).toMatchObject([{ ...expected, role: "USER" }]);
    const { items } = await list(company.callers.GLOBAL_OWNER, { search: company.name });
    expect(items).toMatchObject([{ ...expected, role: null }]);
  });

  it("searches by part of the name in any case, with % and _ standing for themselves", async () => {
    const actor = await makeCaller("OWNER");
    const mark = randomUUID().slice(0, 8);
    for (const name of [`${mark} 100%_x`, `${mark} 100 yx`]) await addApplication({ actor, name });
    expect(await namesOf(actor, { search: mark.toUpperCase() })).toHaveLength(2);
    expect(await namesOf(actor, { search: `${mark} 100%` })).toEqual([`${mark} 100%_x`]);
    expect(await namesOf(actor, { search: "0%_X" })).toEqual([`${mark} 100%_x`]);
  });

  it("goes by pages, each application on one of them", async () => {
    const actor = await makeCaller("OWNER");
    const mark = randomUUID().slice(0, 8);
    for (const letter of ["c", "a", "b"]) await addApplication({ actor, name: `${mark} ${letter}` });
    const query = { search: mark, size: "2" };
    expect(await list(actor, query)).toMatchObject({ total: 3, page: 0, size: 2 });
    const pages = [await namesOf(actor, query), await namesOf(actor, { ...query, page: "1" })];
    expect(pages).toEqual([[`${mark} a`, `${mark} b`], [`${mark} c`]]);
  });
});

describe("renameApplication", () => {
  it("changes the name, also in its case alone, and keeps the rest", async () => {
    const { applicationId } = company;
    const before = await readApplication({ actor: owner, applicationId });
    const name = company.name.toUpperCase();
    expect(await renameApplication({ actor: owner, applicationId, name })).toEqual({ ...before, name });
  });

  it("refuses the name of another application in any case, and changes nothing", async () => {
    const other = await makeCompany();
    const attempt = { actor: owner, applicationId: company.applicationId, name: other.name.toUpperCase() };
    const expected = { code: "conflict", message: expect.stringContaining(attempt.name) };
    await expect(renameApplication(attempt)).rejects.toMatchObject(expected);
    expect(await namesOf(owner)).toEqual([company.name]);
    expect(await trailOf(owner)).not.toContain("application.rename success");
  });
});

describe("removeApplication", () => {
  it("removes everything in it, and the trail remains", async () => {
    const { applicationId, name } = company;
    await removeApplication({ actor: owner, applicationId, name });
    for (const count of [
      db().service.count({ where: { applicationId } }),
      db().apiKey.count({ where: { serviceId: company.serviceId } }),
      db().membership.count({ where: { applicationId } }),
      db().invitation.count({ where: { applicationId } }),
    ]) {
      expect(await count).toBe(0);
    }
    expect(await trailOf(owner)).toContain("application.delete success");
    await expect(readApplication({ actor: owner, applicationId })).rejects.toMatchObject({ code: "not_found" });
  });

  it.each(["", "another", "COMPANY"])("refuses %j for its name, and removes nothing", async (name) => {
    const attempt = removeApplication({ actor: owner, applicationId: company.applicationId, name });
    await expect(attempt).rejects.toMatchObject({ code: "invalid_request", fields: [{ name: "name" }] });
    expect(await namesOf(owner)).toEqual([company.name]);
  });
});
