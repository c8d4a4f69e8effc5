import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { newRowId } from "@/lib/db/row-id";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { makeCollection } from "@/lib/domain/faces/testing/collection";
import { readiness } from "@/lib/observability/readiness";
import * as data from "./data";
import { watchJob } from "./service";
import type { Job } from "./types";

vi.mock("./data", { spy: true });
vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let scope: ServiceScope;
let id: string;
let clients: AbortController[];
beforeEach(async () => {
  vi.clearAllMocks();
  clients = [];
  scope = await makeCollection();
  id = await makeJob();
});
afterEach(() => {
  for (const client of clients) client.abort();
});

async function makeJob(): Promise<string> {
  const job = { id: newRowId(), serviceId: scope.serviceId, kind: "IMPORT", fileName: "a.zip" } as const;
  await db().job.create({ data: job });
  return job.id;
}

async function follow(by: ServiceScope = scope, jobId = id) {
  const client = new AbortController();
  clients.push(client);
  const jobs = await watchJob(by, jobId, client.signal);
  return { client, jobs: jobs[Symbol.asyncIterator]() };
}

const followTimes = (times: number, by = scope) => Promise.all(Array.from({ length: times }, () => follow(by)));
const withKey = (keyId: string): ServiceScope => ({ ...scope, keyId });
const update = (jobId: string, change: Partial<Job>) => db().job.update({ where: { id: jobId }, data: change });

it("tells all who follow jobs of a change by one query", async () => {
  const other = await makeJob();
  const [ones, another] = [await followTimes(8), await follow(scope, other)];
  const all = [...ones, another].map(({ jobs }) => jobs);
  await Promise.all(all.map((jobs) => jobs.next()));
  await update(id, { done: 1 });
  await update(other, { state: "DONE" });
  const changes = await Promise.all(all.map((jobs) => jobs.next()));
  expect(changes.map(({ value }) => value?.done)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0]);
  expect(data.findJobsById).toHaveBeenCalledExactlyOnceWith([id, other]);
  expect(await another.jobs.next()).toMatchObject({ done: true });
});

it("lets a key follow ten jobs at a time, and others meanwhile", async () => {
  const [first] = await followTimes(10);
  await expect(follow()).rejects.toMatchObject({ code: "too_many_requests", retryAfterS: 10 });
  await follow(withKey(randomUUID()));
  first?.client.abort();
  await follow();
  await expect(follow()).rejects.toMatchObject({ code: "too_many_requests" });
});

it("follows a hundred jobs at a time for all keys together", async () => {
  for (let key = 0; key < 10; key += 1) await followTimes(10, withKey(randomUUID()));
  await expect(follow()).rejects.toMatchObject({ code: "busy", retryAfterS: 10 });
  clients[0]?.abort();
  await follow();
});

it("counts nobody whose job ended, who took no more, who was refused or had gone before", async () => {
  const ended = await makeJob();
  await update(ended, { state: "DONE" });
  for (let time = 0; time < 12; time += 1) {
    const whole = await follow(scope, ended);
    await whole.jobs.next();
    expect(await whole.jobs.next()).toMatchObject({ done: true });
    const broken = await follow();
    await broken.jobs.next();
    await broken.jobs.return?.();
    await expect(follow(scope, newRowId())).rejects.toMatchObject({ code: "not_found" });
    await watchJob(scope, id, AbortSignal.abort());
  }
  await followTimes(10);
});

it("ends for a client that goes, for a job that is gone, and before the server stops", async () => {
  const [gone, lost, left] = [await follow(), await follow(scope, await makeJob()), await follow()];
  for (const { jobs } of [gone, lost, left]) await jobs.next();
  await db().job.deleteMany({ where: { id: { not: id } } });
  gone.client.abort();
  expect(await gone.jobs.next()).toMatchObject({ done: true });
  await expect(lost.jobs.next()).rejects.toMatchObject({ code: "not_found" });
  vi.spyOn(readiness, "status").mockReturnValue("stopping");
  expect(await left.jobs.next()).toMatchObject({ done: true });
});
