import { readdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { listFaces } from "@/lib/domain/faces/service";
import { makeCollection } from "@/lib/domain/faces/testing/collection";
import { hasFiles } from "./files";
import { holdJob } from "./hold-job";
import { cancel, claimImport } from "./mutations";
import { sweepJobs } from "./runner";
import { cancelJob, readJob, startJobs, watchJob } from "./service";
import { endOf, hand, picture, provideDataFolder, provideEngine } from "./testing/import-place";

const folder = await provideDataFolder();
provideDatabase();

let scope: ServiceScope;
beforeEach(async () => {
  scope = await makeCollection();
});
let stop: () => Promise<void> = async () => undefined;
afterEach(() => stop());

const fileNames = ["1", "2", "3", "4", "5", "6"].map((name) => `Tom/${name}.jpg`);
const files = fileNames.map((name) => picture(name));
const countFaces = async () => (await listFaces(scope, { page: 0, size: 100 })).total;
const never = new AbortController().signal;
const patience = { timeout: 120_000, interval: 5 };

/** Something that a test lets go on. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** Takes the job as a server does that hangs at its third picture for ever, as far as others can see. */
async function dieAtThird(id: string) {
  const { opened, open } = gate();
  const asked = provideEngine((text) => (text === fileNames[2] ? opened : undefined));
  const job = await claimImport(hasFiles);
  expect(job?.id).toBe(id);
  const ended = holdJob(job!, never);
  await vi.waitUntil(() => asked.length === 3, patience);
  const wakeUp = () => {
    open();
    return ended;
  };
  return { wakeUp };
}

const endLease = (id: string) => db().$executeRaw`
  UPDATE "Job" SET "leaseUntil" = now() - interval '1 second' WHERE "id" = ${id}::uuid`;

it("is taken up by another server when the lease has ended, and no face is added twice", async () => {
  const { id } = await hand(scope, files);
  const dead = await dieAtThird(id);
  expect(await readJob(scope, id)).toMatchObject({ state: "RUNNING", total: 6, done: 2 });
  expect(await claimImport(hasFiles)).toBeNull();

  await endLease(id);
  const asked = provideEngine();
  stop = startJobs();
  const { job } = await endOf(scope, id);
  expect(asked.map(({ text }) => text)).toEqual(fileNames.slice(2));
  expect(job).toMatchObject({ state: "DONE", done: 6, failed: 0 });

  // The first one was not dead after all: what it stores now is refused.
  await dead.wakeUp();
  expect(await countFaces()).toBe(6);
  expect(await readJob(scope, id)).toEqual(job);
});

it("goes on after a server stopped in order, where it was", async () => {
  const { id } = await hand(scope, files);
  const { opened, open } = gate();
  const asked = provideEngine((text) => (text === fileNames[2] ? opened : undefined));
  const stopFirst = startJobs();
  await vi.waitUntil(() => asked.length === 3, patience);
  const stopped = stopFirst();
  open();
  await stopped;
  expect(await readJob(scope, id)).toMatchObject({ state: "WAITING", done: 3 });

  stop = startJobs();
  expect((await endOf(scope, id)).job).toMatchObject({ state: "DONE", done: 6 });
  expect(asked.map(({ text }) => text)).toEqual(fileNames);
  expect(await countFaces()).toBe(6);
});

it("is cancelled after the picture in work; what was added stays", async () => {
  const { id } = await hand(scope, files);
  const { opened, open } = gate();
  const asked = provideEngine((text) => (text === fileNames[2] ? opened : undefined));
  stop = startJobs();
  await vi.waitUntil(() => asked.length === 3, patience);
  expect(await cancelJob(scope, id)).toMatchObject({ state: "RUNNING", isCancelWanted: true });
  open();
  const { job } = await endOf(scope, id);
  expect(job).toMatchObject({ state: "CANCELLED", done: 3 });
  expect(await countFaces()).toBe(3);
  await vi.waitFor(() => expect(hasFiles(id)).toBe(false), patience);
  expect(await cancelJob(scope, id)).toEqual(job);
});

it("is cancelled at once where its server is gone", async () => {
  const { id } = await hand(scope, files);
  const dead = await dieAtThird(id);
  await endLease(id);
  expect(await cancelJob(scope, id)).toMatchObject({ state: "CANCELLED", done: 2 });
  expect(hasFiles(id)).toBe(false);
  await dead.wakeUp();
});

it("is not begun when it is cancelled at the same moment", async () => {
  const { id } = await hand(scope, files);
  const waiters = () => db().$queryRaw<unknown[]>`
    SELECT 1 AS one FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const claims: Promise<unknown>[] = [];
  await db().$transaction(async (tx) => {
    await cancel(tx, id);
    claims.push(claimImport((waiting) => waiting === id));
    await vi.waitUntil(async () => (await waiters()).length > 0, patience);
  });
  expect(await Promise.all(claims)).toEqual([null]);
  expect(await readJob(scope, id)).toMatchObject({ state: "CANCELLED", startedAt: null });
});

it("runs one import of a service at a time, and those of others meanwhile", async () => {
  const first = await hand(scope, files);
  const dead = await dieAtThird(first.id);
  const second = await hand(scope, [picture("Ann/1.jpg")]);
  const other = await makeCollection();
  const third = await hand(other, [picture("Bea/1.jpg")]);
  const job = await claimImport(hasFiles);
  expect(job?.id).toBe(third.id);
  await holdJob(job!, never);
  expect(await claimImport(hasFiles)).toBeNull();
  await dead.wakeUp();
  expect((await claimImport(hasFiles))?.id).toBe(second.id);
});

it("leaves imports alone whose files lie on another server, and gives them up after a day", async () => {
  const { id } = await hand(scope, files);
  expect(await claimImport(() => false)).toBeNull();
  await db().job.update({ where: { id }, data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
  await sweepJobs();
  expect(await readJob(scope, id)).toMatchObject({ state: "FAILED", problem: expect.stringContaining("file") });
});

it("ends with the service, without a trace", async () => {
  const { id } = await hand(scope, files);
  const dead = await dieAtThird(id);
  await db().service.delete({ where: { id: scope.serviceId } });
  await dead.wakeUp();
  expect(hasFiles(id)).toBe(false);
  expect(await db().job.count({ where: { id } })).toBe(0);
});

it("leaves no files either when its server hears by the lease that it is gone", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const { id } = await hand(scope, files);
  const dead = await dieAtThird(id);
  await db().service.delete({ where: { id: scope.serviceId } });
  const abort = vi.spyOn(AbortController.prototype, "abort");
  vi.advanceTimersByTime(3_000);
  vi.useRealTimers();
  const lost = expect.objectContaining({ reason: "lost" });
  await vi.waitFor(() => expect(abort).toHaveBeenCalledWith(lost), patience);
  abort.mockRestore();
  await dead.wakeUp();
  expect(hasFiles(id)).toBe(false);
});

it("takes away files that nobody wants any more, and jobs of more than a month ago", async () => {
  const { id } = await hand(scope, files);
  const wanted = await hand(scope, files);
  const past = new Date(Date.now() - 25 * 3_600_000);
  for (const name of readdirSync(path.join(folder, "jobs"))) utimesSync(path.join(folder, "jobs", name), past, past);
  await db().job.update({
    where: { id },
    data: { state: "DONE", finishedAt: new Date(Date.now() - 31 * 24 * 3_600_000) },
  });
  await sweepJobs();
  expect([hasFiles(id), hasFiles(wanted.id)]).toEqual([false, true]);
  await expect(readJob(scope, id)).rejects.toMatchObject({ code: "not_found" });
  await cancelJob(scope, wanted.id);
});

it("waits while requests take all workers", async () => {
  provideEngine();
  const asked = provideEngine();
  const { getEngine } = await import("@/inference/pipeline/engine");
  let busy = 1;
  vi.spyOn(getEngine(), "stats").mockImplementation(() => ({ workers: 1, busy, queued: 0, restarts: 0, completed: 0 }));
  const { id } = await hand(scope, [picture("Tom/1.jpg")]);
  stop = startJobs();
  await vi.waitUntil(async () => (await readJob(scope, id)).total === 1, patience);
  await vi.waitUntil(() => vi.mocked(getEngine().stats).mock.calls.length > 4, patience);
  expect(asked).toEqual([]);
  busy = 0;
  expect((await endOf(scope, id)).job).toMatchObject({ state: "DONE", done: 1 });
});

it("is followed to its end", async () => {
  provideEngine();
  const { id } = await hand(scope, files);
  const watched = await watchJob(scope, id, never);
  stop = startJobs();
  const seen = [];
  for await (const job of watched) if (job !== null) seen.push(job);
  expect(seen.at(0)).toMatchObject({ state: "WAITING", total: null });
  expect(seen.at(-1)).toMatchObject({ state: "DONE", done: 6 });
});
