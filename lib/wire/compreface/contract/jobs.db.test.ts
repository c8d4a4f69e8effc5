import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { startJobs } from "@/lib/domain/jobs/service";
import { picture, provideDataFolder, provideEngine } from "@/lib/domain/jobs/testing/import-place";
import { type RawEntry, rawZip } from "@/lib/domain/jobs/testing/raw-zip";
import { jobEventsHandlers } from "@/lib/wire/compreface/endpoints/job-events";
import { answerOf, call, golden } from "@/lib/wire/testing/compreface-app";
import { compact } from "@/lib/wire/testing/golden";
import { makeReady } from "@/lib/wire/testing/harness";
import { makeKey, makeService } from "@/lib/wire/testing/make-service";

const folder = await provideDataFolder();
provideDatabase();

let stop: () => Promise<void>;
beforeAll(() => {
  makeReady();
  stop = startJobs();
});
afterAll(() => stop());

let [key, serviceId] = ["", ""];
beforeEach(async () => {
  provideEngine();
  ({ apiKey: key, id: serviceId } = await makeService("RECOGNITION"));
});

const get = async (address: string, sentKey = key) =>
  answerOf(await call("GET", `recognition/${address}`, { key: sentKey }));

function archive(zip: readonly RawEntry[] | Uint8Array, table?: string): FormData {
  const form = new FormData();
  const bytes = zip instanceof Uint8Array ? zip : rawZip(zip);
  form.set("file", new File([Uint8Array.from(bytes)], "faces.zip", { type: "application/zip" }));
  if (table !== undefined) form.set("csv", new File([table], "faces.csv", { type: "text/csv" }));
  return form;
}

const files = [picture("Tom/1.jpg"), picture("Tom/two.jpg", "2 faces"), picture("Ann/1.jpg"), picture("loose.jpg")];
const post = (body: FormData, sentKey = key) => call("POST", "recognition/faces/import", { key: sentKey, body });

async function handIn(body = archive(files)): Promise<string> {
  const { status, body: job } = await answerOf(await post(body));
  expect(status).toBe(202);
  return (job as { job_id: string }).job_id;
}

async function finish(id: string): Promise<void> {
  const state = async () => {
    const { status, body } = await get(`jobs/${id}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return (body as { state: string }).state;
  };
  await vi.waitUntil(async () => !["waiting", "running"].includes(await state()), { timeout: 120_000, interval: 20 });
}

/** Those of jobs from before are taken away a moment after their end. */
const noFiles = () =>
  vi.waitFor(() => expect(readdirSync(path.join(folder, "jobs"))).toEqual([]), { timeout: 120_000 });

/** With the ids and times that stand in the golden answers. */
const fixed = (text: string) =>
  compact(text)
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "00000000-0000-7000-8000-000000000000")
    .replaceAll(/"20\d\d-[^"]*Z"/g, '"2026-11-21T00:00:00.000Z"');
const textOf = async (address: string) => fixed(await (await call("GET", `recognition/${address}`, { key })).text());

describe("POST /api/v1/recognition/faces/import", () => {
  it("answers 202 with the job", async () => {
    const response = await post(archive(files));
    expect(response.status).toBe(202);
    expect(fixed(await response.text())).toBe(await golden("job-waiting"));
  });

  it("takes a table as a part of its own", async () => {
    const id = await handIn(archive([picture("a.jpg")], "file,subject\na.jpg,Tom"));
    await finish(id);
    expect((await get("faces")).body).toMatchObject({ faces: [{ subject: "Tom" }] });
  });

  const form = (name: string) => {
    const body = new FormData();
    body.set(name, new File(["x"], "x.zip"));
    return body;
  };
  it.each([
    ["without the part file", form("csv"), 34, "Required part file is missing"],
    ["with something else than a zip file", form("file"), 26, "The file is no zip archive, or a damaged one."],
    ["with an empty archive", archive([]), 26, "The archive holds no files."],
  ])("answers 400 %s, and nothing stays", async (_what, body, code, message) => {
    expect(await answerOf(await post(body))).toEqual({ status: 400, body: { message, code } });
    expect(await db().job.count({ where: { serviceId } })).toBe(0);
    await noFiles();
  });

  it("answers 415 to anything but a form, and 400 to one that breaks off", async () => {
    const json = await call("POST", "recognition/faces/import", { key, json: {} });
    expect(await answerOf(json)).toMatchObject({ status: 415, body: { code: 26 } });
    const headers = { "content-type": "multipart/form-data; boundary=x" };
    const body = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.zip"\r\n\r\nPK';
    const broken = await call("POST", "recognition/faces/import", { key, headers, body });
    expect(await answerOf(broken)).toMatchObject({ status: 400, body: { code: 26 } });
    await noFiles();
  });

  it("answers 403 to a key without the scope enrol before it takes anything, and 404 to other services' keys", async () => {
    const reader = await makeKey(serviceId, ["read"]);
    expect(await answerOf(await post(archive(files), reader))).toMatchObject({ status: 403, body: { code: 26 } });
    const { apiKey } = await makeService("DETECTION");
    expect(await answerOf(await post(archive(files), apiKey))).toMatchObject({ status: 404, body: { code: 10 } });
    expect(await answerOf(await call("GET", "recognition/faces/import", { key }))).toMatchObject({ status: 405 });
  });
});

describe("a job", () => {
  it("tells how far it is, and of every file what became of it", async () => {
    const id = await handIn();
    await finish(id);
    expect(await textOf(`jobs/${id}`)).toBe(await golden("job-done"));
    expect(await textOf(`jobs/${id}/items`)).toBe(await golden("job-items"));
    expect(await textOf("jobs")).toBe(await golden("jobs"));
    expect((await get(`jobs/${id}/items?failed=true&page=1&size=1`)).body).toMatchObject({
      items: [{ file: "loose.jpg", subject: "" }],
      total_elements: 2,
      total_pages: 2,
    });
  });

  it("is followed by server-sent events", async () => {
    const id = await handIn();
    const response = await call("GET", `recognition/jobs/${id}/events`, { key });
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    const events = (await response.text()).trim().split("\n\n");
    const last = events.at(-1)?.split("\n") ?? [];
    expect(last[0]).toBe("event: end");
    expect(JSON.parse(last[1]?.replace("data: ", "") ?? "")).toMatchObject({ job_id: id, state: "done", done: 2 });
    for (const event of events.slice(0, -1)) expect(event).toMatch(/^event: progress\ndata: \{.*\}$/);
  });

  it("is followed by few at a time with one key, until they go; HEAD follows nothing", async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    provideEngine(() => opened);
    const id = await handIn();
    const address = `recognition/jobs/${id}/events`;
    const follow = () => call("GET", address, { key });
    const head = { method: "HEAD", headers: { "x-api-key": key } };
    // As Next does it.
    const ask = () => jobEventsHandlers.GET(new Request(`http://localhost:8000/api/v1/${address}`, head));
    for (let time = 0; time < 12; time += 1) expect((await ask()).status).toBe(200);
    const streams = await Promise.all(Array.from({ length: 10 }, () => follow()));
    const refusal = await follow();
    expect(refusal.headers.get("retry-after")).toBe("10");
    const message = "This API key follows 10 jobs already.";
    expect(await answerOf(refusal)).toEqual({ status: 429, body: { message, code: 41 } });
    for (const { body } of streams) {
      const reader = body?.getReader();
      await reader?.read();
      await reader?.cancel();
    }
    expect((await follow()).status).toBe(200);
    open();
    await finish(id);
  });

  it("is cancelled by DELETE, which may come again", async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    provideEngine(() => opened);
    const id = await handIn();
    const cancel = async () => answerOf(await call("DELETE", `recognition/jobs/${id}`, { key }));
    expect(await cancel()).toMatchObject({ status: 200, body: { job_id: id } });
    open();
    await finish(id);
    expect(await cancel()).toMatchObject({ status: 200, body: { state: "cancelled" } });
  });

  const addresses = (id: string) => [`jobs/${id}`, `jobs/${id}/items`, `jobs/${id}/events`];
  it("is nobody else's", async () => {
    const id = await handIn();
    const { apiKey } = await makeService("RECOGNITION");
    for (const address of addresses(id)) {
      expect(await get(address, apiKey)).toEqual({ status: 404, body: { message: `Job ${id} not found`, code: 0 } });
    }
    expect(await answerOf(await call("DELETE", `recognition/jobs/${id}`, { key: apiKey }))).toMatchObject({
      status: 404,
    });
    const deleter = await makeKey(serviceId, ["delete"]);
    expect(await get(`jobs/${id}`, deleter)).toMatchObject({ status: 403 });
    await finish(id);
  });

  it("answers 404 to an id of nothing, 400 to what is no id or no flag", async () => {
    const id = randomUUID();
    for (const address of addresses(id)) expect(await get(address)).toMatchObject({ status: 404 });
    for (const address of addresses("1")) {
      expect(await get(address)).toEqual({ status: 400, body: { message: "job_id should be UUID", code: 26 } });
    }
    expect(await get(`jobs/${id}/items?failed=maybe`)).toMatchObject({ status: 400, body: { code: 26 } });
  });
});

describe("GET /api/v1/recognition/faces/export", () => {
  it("answers with a zip file that another service imports", async () => {
    await finish(await handIn());
    const response = await call("GET", "recognition/faces/export", { key });
    expect(response.headers.get("content-type")).toBe("application/zip");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="collection.zip"');
    const zip = new Uint8Array(await response.arrayBuffer());
    ({ apiKey: key, id: serviceId } = await makeService("RECOGNITION"));
    const id = await handIn(archive(zip));
    await finish(id);
    expect((await get(`jobs/${id}`)).body).toMatchObject({ state: "done", done: 2, failed: 0 });
    expect((await get("faces")).body).toMatchObject({ total_elements: 2 });
  });

  it("answers 403 without the scope read, 400 to what is no flag", async () => {
    const enroller = await makeKey(serviceId, ["enrol"]);
    expect(await get("faces/export", enroller)).toMatchObject({ status: 403, body: { code: 26 } });
    expect(await get("faces/export?images=maybe")).toMatchObject({ status: 400, body: { code: 26 } });
  });
});
