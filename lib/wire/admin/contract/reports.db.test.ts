import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { flushStatistics, recordRequest } from "@/lib/domain/statistics/service";
import { exposeIndex, exposePool } from "@/lib/observability/metrics";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { makePlace, type Place } from "@/lib/wire/testing/admin-place";
import { makeReady } from "@/lib/wire/testing/harness";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
const dataDir = await mkdtemp(path.join(tmpdir(), "mien-server-"));
vi.stubEnv("DATA_DIR", dataDir);
afterAll(() => rm(dataDir, { recursive: true }));
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

describe("the holdings of a service", () => {
  it("are its collection now and by days, and the networks that answer", async () => {
    // The clock stands still, so that no day begins meanwhile.
    vi.useFakeTimers({ toFake: ["Date"] });
    const response = await get(`/api/admin/services/${place.ids.serviceId}/holdings?days=7`);
    const day = new Date().toISOString().slice(0, 10);
    vi.useRealTimers();
    expect(await response.json()).toEqual({
      model: null,
      collection: {
        subjects: 1,
        faces: 1,
        models: [{ modelTag: "stub-1", faces: 1 }],
        days: [{ day, subjects: 1, faces: 1 }],
      },
    });
  });

  it("point to a number of days that cannot be", async () => {
    expect(await pointersOf(`/api/admin/services/${place.ids.serviceId}/holdings?days=751`)).toEqual([422, "/days"]);
  });
});

describe("the server", () => {
  it("tells how it is, and who is no administrator nothing of it", async () => {
    exposePool(() => ({ workers: 2, busy: 1, queued: 3, restarts: 0 }));
    exposeIndex(() => ({ collections: 1, faces: 7, bytes: 900, unreadable: 0 }));
    const failed = { to: "a@example.org", subject: "", text: "", html: "", lastError: "450 come again" };
    await db().outbox.create({ data: failed });
    const state = await (await get("/api/admin/server")).json();
    expect(state).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      startedAt: expect.stringMatching(/Z$/),
      modelPack: { id: null, modelTag: expect.stringContaining("recognition"), isMoving: false },
      workers: { total: 2, busy: 1, queued: 3, restarts: 0 },
      imagesPerSecond: 0,
      index: { collections: 1, faces: 7, bytes: 900, unreadable: 0 },
      memory: { usedBytes: expect.any(Number), totalBytes: expect.any(Number) },
      disk: { freeBytes: expect.any(Number), totalBytes: expect.any(Number) },
      database: {
        isEmbedded: true,
        version: expect.any(String),
        bytes: expect.any(Number),
        answerMs: expect.any(Number),
      },
      mail: { isEnabled: false, waiting: 1, lastError: "450 come again" },
    });
    expect(state.memory.usedBytes).toBeLessThan(state.memory.totalBytes);
    expect(state.disk.freeBytes).toBeLessThanOrEqual(state.disk.totalBytes);
    const user = await place.enter("USER", "OWNER");
    expect((await send("GET", "/api/admin/server", { cookie: user })).status).toBe(403);
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
