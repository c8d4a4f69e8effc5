import { randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { removeExpired } from "./service";

provideDatabase();

const now = new Date("2026-11-20T00:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
const dayMs = 24 * 3_600_000;

let serviceId: string;
beforeEach(async () => {
  const application = await db().application.create({ data: { name: randomUUID() } });
  const data = { applicationId: application.id, name: "faces", type: "RECOGNITION" } as const;
  serviceId = (await db().service.create({ data })).id;
});

async function recordSteps(...steps: readonly (readonly [version: number, ageMs: number])[]): Promise<void> {
  await db().collection.create({ data: { serviceId, version: Math.max(...steps.map(([version]) => version)) } });
  const rows = steps.map(([version, ageMs]) => ({ serviceId, version, at: ago(ageMs), kind: "ALL_REMOVED" as const }));
  await db().collectionChange.createMany({ data: rows });
}

async function versions(): Promise<number[]> {
  const rows = await db().collectionChange.findMany({ where: { serviceId }, orderBy: { version: "asc" } });
  return rows.map(({ version }) => Number(version));
}

it("removes steps of a collection older than a week, and leaves its number", async () => {
  await recordSteps([1, 8 * dayMs], [2, 6 * dayMs], [3, 1000]);
  await removeExpired(now);
  expect(await versions()).toEqual([2, 3]);
  expect(await db().collection.findUnique({ where: { serviceId } })).toMatchObject({ version: 3n });
});

it("keeps no more than the latest 100,000 steps", async () => {
  await recordSteps([1, 1000], [2, 1000], [3, 1000], [100_002, 1000]);
  await removeExpired(now);
  expect(await versions()).toEqual([3, 100_002]);
});

it("forgets answers to idempotency keys once they expired", async () => {
  const answer = { serviceId, requestHash: Buffer.alloc(32), faceId: randomUUID(), subjectName: "Tom" };
  const expiries = [ago(dayMs), now, ago(-1000)];
  for (const [index, expiresAt] of expiries.entries()) {
    await db().idempotencyKey.create({ data: { ...answer, keyHash: Buffer.alloc(32, index), expiresAt } });
  }
  await removeExpired(now);
  expect(await db().idempotencyKey.findMany({ where: { serviceId } })).toMatchObject([{ expiresAt: ago(-1000) }]);
});
