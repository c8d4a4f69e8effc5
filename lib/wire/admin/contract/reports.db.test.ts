import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { flushStatistics, recordRequest } from "@/lib/domain/statistics/service";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { makePlace, type Place } from "@/lib/wire/testing/admin-place";
import { makeReady } from "@/lib/wire/testing/harness";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let place: Place;
let cookie: string;
let send: ReturnType<typeof sender>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
  place = await makePlace();
  cookie = await place.enter("OWNER", null);
});

const get = (url: string) => send("GET", url, { cookie });
const pointersOf = async (url: string) => {
  const response = await get(url);
  const { errors } = await response.json();
  return [response.status, ...errors.map(({ pointer }: { pointer: string }) => pointer)];
};

describe("the statistics of a service", () => {
  const url = (query: string) => `/api/admin/services/${place.ids.serviceId}/statistics${query}`;

  it("are counts and times per period", async () => {
    const serviceId = place.ids.serviceId ?? "";
    recordRequest({ serviceId, status: 503, ms: 8 }, new Date("2026-11-20T10:20:00Z"));
    await flushStatistics();
    const hour = await get(url("?from=2026-11-20T10:00:00Z&to=2026-11-20T11:00:00%2B00:00"));
    expect(await hour.json()).toEqual({
      items: [{ at: "2026-11-20T10:00:00.000Z", requests: 1, errors: 1, p50Ms: 7, p95Ms: 8 }],
    });
    const day = await get(url("?from=2026-11-20T10:00:00Z&to=2026-11-20T11:00:00Z&by=day"));
    expect(await day.json()).toMatchObject({ items: [{ at: "2026-11-20T00:00:00.000Z", requests: 1 }] });
  });

  it("point to what cannot be accepted", async () => {
    expect(await pointersOf(url("?from=yesterday&by=week&too=1"))).toEqual([422, "/from", "/by", "/too"]);
    expect(await pointersOf(url("?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"))).toEqual([422, "/from"]);
  });
});

describe("the audit log", () => {
  it("names who did what to what", async () => {
    const { applicationId, serviceId } = place.ids;
    const response = await get(`/api/admin/audit?applicationId=${applicationId}&action=service.create&size=1`);
    const event = await db().auditEvent.findFirstOrThrow({ where: { objectId: serviceId ?? "" } });
    expect(await response.json()).toEqual({
      items: [
        {
          id: event.id,
          at: event.at.toISOString(),
          actor: { userId: event.actorUserId, label: event.actorLabel },
          action: "service.create",
          object: { type: "service", id: serviceId },
          applicationId,
          result: "success",
          ip: null,
        },
      ],
      total: 1,
      page: 0,
      size: 1,
    });
  });

  it("points to filters that it cannot follow", async () => {
    expect(await pointersOf("/api/admin/audit?actorUserId=me&to=now&size=500&search=x")).toEqual([
      422,
      "/actorUserId",
      "/to",
      "/size",
      "/search",
    ]);
  });

  it("is exported as a table, its columns first", async () => {
    const response = await get(`/api/admin/applications/${place.ids.applicationId}/audit/export?format=csv`);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="audit.csv"');
    const [columns, newest] = (await response.text()).split("\r\n");
    expect(columns).toBe("id,at,actorUserId,actor,action,objectType,objectId,applicationId,result,ip");
    expect(newest).toContain(`audit.export,application,${place.ids.applicationId}`);
  });

  it("is exported as one line an event, that of the export first", async () => {
    const response = await get("/api/admin/audit/export");
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    expect(response.headers.get("cache-control")).toBe("no-store");
    const lines = (await response.text()).trimEnd().split("\n");
    expect(lines).toHaveLength(await db().auditEvent.count());
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ action: "audit.export", object: { type: "installation" } });
  });
});
