import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { startJobs } from "@/lib/domain/jobs/service";
import { picture, provideDataFolder, provideEngine } from "@/lib/domain/jobs/testing/import-place";
import { rawZip } from "@/lib/domain/jobs/testing/raw-zip";
import { type Call, loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { makePlace, type Place } from "@/lib/wire/testing/admin-place";
import { makeReady } from "@/lib/wire/testing/harness";

await provideDataFolder();
provideDatabase();

let [place, cookie, here]: [Place | undefined, string, string] = [undefined, "", ""];
let send: ReturnType<typeof sender>;
let stop: () => Promise<void>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
  stop = startJobs();
});
afterAll(() => stop());
beforeEach(async () => {
  provideEngine();
  place = await makePlace();
  cookie = await place.enter("USER", "ADMINISTRATOR");
  here = `/api/admin/services/${place.ids.serviceId}`;
});

const ask = (method: string, path: string, call: Call = {}) => send(method, `${here}${path}`, { cookie, ...call });
const json = async (method: string, path: string) => (await ask(method, path)).json();

/** A form with one file, as a browser sends it. */
async function upload(bytes: Uint8Array, name = "file") {
  const form = new FormData();
  form.set(name, new File([Uint8Array.from(bytes)], "faces.zip"));
  const request = new Response(form);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  return ask("POST", "/import", { headers, body: new Uint8Array(await request.arrayBuffer()) });
}

const zip = rawZip([picture("Tom/1.jpg"), picture("loose.jpg")]);

describe("an archive that is sent", () => {
  it("becomes a job that adds its faces", async () => {
    await db().job.deleteMany({});
    const response = await upload(zip);
    expect(response.status).toBe(202);
    const { id, ...job } = await response.json();
    expect(job).toMatchObject({ kind: "IMPORT", state: "WAITING", total: null, finishedAt: null });
    const state = async () => (await json("GET", `/jobs/${id}`)).state;
    await vi.waitUntil(async () => (await state()) === "DONE", { timeout: 120_000, interval: 20 });
    expect(await json("GET", `/jobs/${id}`)).toMatchObject({ total: 2, done: 1, failed: 1 });
    expect(await json("GET", `/jobs/${id}/items?onlyFailed=true`)).toMatchObject({
      items: [{ position: 1, fileName: "loose.jpg", subject: "", faceId: null, problem: expect.any(String) }],
      total: 1,
    });
  });

  it("is refused when it is none, and when it stands in the wrong part", async () => {
    expect(await (await upload(Buffer.from("no zip"))).json()).toMatchObject({ status: 400, code: "invalid_request" });
    expect(await (await upload(zip, "archive")).json()).toMatchObject({ status: 422, errors: [{ pointer: "/file" }] });
    expect(await db().job.count({ where: { serviceId: place?.ids.serviceId ?? "" } })).toBe(1);
  });

  it("is read for nobody who may not change the collection", async () => {
    cookie = (await place?.enter("USER", "USER")) ?? "";
    expect((await upload(zip)).status).toBe(403);
  });
});

describe("a job", () => {
  it("is listed, told of with its pieces, and cancelled", async () => {
    const job = { id: place?.ids.jobId, kind: "IMPORT", total: null, done: 0, failed: 0, problem: null };
    expect(await json("GET", "/jobs")).toMatchObject({ items: [job], total: 1, page: 0, size: 20 });
    expect(await json("GET", `/jobs/${job.id}`)).toMatchObject({ ...job, state: "WAITING" });
    expect(await json("GET", `/jobs/${job.id}/items?onlyFailed=true`)).toEqual({
      items: [],
      total: 0,
      page: 0,
      size: 20,
    });
    expect((await ask("GET", `/jobs/${job.id}/items?onlyFailed=maybe`)).status).toBe(422);
    expect(await json("DELETE", `/jobs/${job.id}`)).toMatchObject({ state: "CANCELLED", isCancelWanted: true });
  });

  it("is told to nobody by way of another service", async () => {
    const { ids } = await makePlace();
    expect((await ask("GET", `/jobs/${ids.jobId}`)).status).toBe(404);
    expect((await ask("DELETE", `/jobs/${ids.jobId}`)).status).toBe(404);
  });
});

it("exports the collection, and the trail tells who", async () => {
  const response = await ask("GET", "/export?images=false");
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="collection.zip"');
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  const event = await db().auditEvent.findFirst({ where: { action: "collection.export" }, orderBy: { at: "desc" } });
  expect(event).toMatchObject({ objectId: place?.ids.serviceId, actorUserId: expect.any(String) });
});
