import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { type Company, makeCaller, makeCompany, trailOf } from "@/lib/domain/policy/testing/company";
import type { Caller } from "@/lib/domain/policy/types";
import { removeService } from "@/lib/domain/services/service";
import {
  exportApplicationAuditEvents,
  exportAuditEvents,
  listApplicationAuditEvents,
  listAuditEvents,
} from "./service";
import type { AuditEvent, AuditFilter } from "./types";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let company: Company;
let reader: Caller;
beforeAll(async () => {
  await makeCompany();
  company = await makeCompany();
  reader = await makeCaller("ADMINISTRATOR");
  const { callers, serviceId } = company;
  await removeService({ actor: callers.APPLICATION_ADMINISTRATOR, serviceId, name: "faces" });
});

const list = (filter: AuditFilter & { page?: number; size?: number } = {}) =>
  listAuditEvents(reader, { page: 0, size: 100, ...filter });

async function exported(filter: AuditFilter): Promise<AuditEvent[][]> {
  const batches: AuditEvent[][] = [];
  for await (const batch of await exportAuditEvents(reader, filter)) batches.push([...batch]);
  return batches;
}

const insert = (action: string, times: readonly Date[]) =>
  db().auditEvent.createMany({
    data: times.map((at) => ({ at, action, actorLabel: "test", objectType: "user", objectId: "-", result: "success" })),
  });

describe("the audit log", () => {
  it("shows the newest event first and tells how many there are", async () => {
    const { items, total } = await list();
    expect(items).toHaveLength(total);
    expect(total).toBe(await db().auditEvent.count());
    const times = items.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(items[0]).toMatchObject({
      action: "service.delete",
      actorUserId: company.callers.APPLICATION_ADMINISTRATOR.userId,
      ip: "192.0.2.1",
      result: "success",
    });
  });

  it("comes by pages that neither repeat nor leave out an event", async () => {
    const { items, total } = await list();
    const pages = [];
    for (let page = 0; page * 3 < total; page += 1) pages.push(...(await list({ page, size: 3 })).items);
    expect(pages).toEqual(items);
  });

  it("finds by action, by actor and by object", async () => {
    const { serviceId, callers } = company;
    const { userId: actorUserId } = callers.APPLICATION_OWNER;
    expect((await list({ action: "service.delete" })).total).toBe(1);
    expect((await list({ actorUserId })).items.map(({ action }) => action).toSorted()).toEqual(
      (await trailOf(callers.APPLICATION_OWNER)).map((line) => line.split(" ")[0]).toSorted(),
    );
    const ofService = await list({ objectId: serviceId });
    expect(ofService.items.map(({ action }) => action)).toEqual(["service.delete", "service.create"]);
    expect((await list({ objectId: serviceId, action: "service.create" })).total).toBe(1);
    expect(await list({ objectId: randomUUID() })).toMatchObject({ items: [], total: 0 });
  });

  it("finds what happened in an application, also to what is gone", async () => {
    const { items } = await list({ applicationId: company.applicationId });
    expect(items.map(({ action }) => action).toSorted()).toEqual([
      "api_key.create",
      "api_key.create",
      "service.create",
      "service.delete",
    ]);
  });

  it("finds by the name of an actor, with an account, without one and in any case", async () => {
    const { email, userId } = company.callers.APPLICATION_ADMINISTRATOR;
    const { items } = await list({ actor: email.toUpperCase() });
    expect(items.map(({ actorUserId }) => actorUserId)).toEqual(items.map(() => userId));
    expect(items[0]).toMatchObject({ action: "service.delete", applicationId: company.applicationId });
    await insert("test.actor", [new Date()]);
    expect((await list({ actor: "test", action: "test.actor" })).total).toBe(1);
    expect((await list({ actor: "nobody@example.org" })).total).toBe(0);
  });

  it("counts no further than 10,000 events", async () => {
    await db().$executeRaw`
      INSERT INTO "AuditEvent" (id, at, "actorLabel", action, "objectType", "objectId", result)
      SELECT gen_random_uuid(), '2019-01-01Z', 'test', 'test.many', 'user', '-', 'success'
      FROM generate_series(1, 10001)`;
    const { items, total } = await list({ action: "test.many", page: 10_000, size: 1 });
    expect([items.length, total]).toEqual([1, 10_000]);
  });

  it("finds by time, with the beginning and without the end", async () => {
    const times = [0, 1, 2].map((s) => new Date(Date.UTC(2020, 0, 1, 0, 0, s)));
    await insert("test.time", times);
    const { items } = await list({ from: times[0], to: times[2] });
    expect(items.map(({ at }) => at)).toEqual([times[1], times[0]]);
  });

  it("leaves no trace when it is read", async () => {
    const before = await db().auditEvent.count();
    await list();
    expect(await db().auditEvent.count()).toBe(before);
  });

  it("is for global owners and administrators only", async () => {
    const { APPLICATION_OWNER } = company.callers;
    const query = { page: 0, size: 20 };
    await expect(listAuditEvents(APPLICATION_OWNER, query)).rejects.toMatchObject({ code: "forbidden" });
    await expect(exportAuditEvents(APPLICATION_OWNER, {})).rejects.toMatchObject({ code: "forbidden" });
    expect(await trailOf(APPLICATION_OWNER)).toEqual(
      expect.arrayContaining(["audit.list denied", "audit.export denied"]),
    );
  });
});

describe("the log of one application", () => {
  it("tells its owner what happened in it, and nothing else", async () => {
    const { applicationId, callers } = company;
    const { items } = await listApplicationAuditEvents(callers.APPLICATION_OWNER, {
      applicationId,
      page: 0,
      size: 100,
    });
    expect(items.map((event) => event.applicationId)).toEqual(items.map(() => applicationId));
    expect(items.map(({ action }) => action)).toContain("service.delete");
  });

  it("shows the export of it first", async () => {
    const { applicationId, callers } = company;
    const batches = await exportApplicationAuditEvents(callers.APPLICATION_OWNER, { applicationId });
    for await (const [newest] of batches) expect(newest).toMatchObject({ action: "audit.export", applicationId });
  });

  it("is neither for its administrators nor for owners of others", async () => {
    const { APPLICATION_ADMINISTRATOR } = company.callers;
    const { callers: others } = await makeCompany();
    const query = { applicationId: company.applicationId, page: 0, size: 20 };
    await expect(listApplicationAuditEvents(APPLICATION_ADMINISTRATOR, query)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listApplicationAuditEvents(others.APPLICATION_OWNER, query)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("the export", () => {
  it("has each of 5,000 events once, the newest first, in batches of 1,000", async () => {
    // Ten moments only, so that batches end within events of one moment.
    await db().$executeRaw`
      INSERT INTO "AuditEvent" (id, at, "actorLabel", action, "objectType", "objectId", result)
      SELECT gen_random_uuid(), '2021-01-01Z'::timestamptz + n % 10 * interval '1 second',
        'test', 'test.export', 'user', '-', 'success'
      FROM generate_series(1, 5000) AS n`;
    const batches = await exported({ action: "test.export" });
    expect(batches.map(({ length }) => length)).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
    const events = batches.flat();
    expect(new Set(events.map(({ id }) => id)).size).toBe(5_000);
    const order = events.map(({ at, id }) => `${at.toISOString()} ${id}`);
    expect(order).toEqual(order.toSorted().reverse());
  });

  it("is written into the trail, which it then shows", async () => {
    const before = new Date(Date.now() - 1);
    const [batch] = await exported({ from: before, actorUserId: reader.userId });
    expect(batch?.[0]).toMatchObject({ action: "audit.export", objectType: "installation", result: "success" });
  });
});
