import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { type Change, recordChange } from "./collection-version";

provideDatabase();

async function createService(): Promise<string> {
  const application = await db().application.create({ data: { name: randomBytes(8).toString("hex") } });
  const data = { applicationId: application.id, name: "Faces", type: "RECOGNITION" } as const;
  return (await db().service.create({ data })).id;
}

const record = (serviceId: string, changes: readonly Change[]) =>
  db().$transaction((tx) => recordChange(tx, serviceId, changes));

const changesOf = (serviceId: string) =>
  db().collectionChange.findMany({ where: { serviceId }, orderBy: { version: "asc" } });

async function versionOf(serviceId: string): Promise<bigint | undefined> {
  return (await db().collection.findUnique({ where: { serviceId } }))?.version;
}

const added = (): Change => ({ kind: "FACE_ADDED", faceId: randomUUID(), subjectId: randomUUID() });

it("numbers changes one after the other, in their order", async () => {
  const serviceId = await createService();
  const changes = [added(), added(), { kind: "ALL_REMOVED" } as const];
  await record(serviceId, changes.slice(0, 1));
  await record(serviceId, changes.slice(1));
  expect(await changesOf(serviceId)).toMatchObject(
    changes.map((change, index) => ({ ...change, version: BigInt(index + 1) })),
  );
  expect(await versionOf(serviceId)).toBe(3n);
});

it("gives parallel transactions different numbers without a gap", async () => {
  const serviceId = await createService();
  await Promise.all(Array.from({ length: 8 }, () => record(serviceId, [added(), added()])));
  const versions = (await changesOf(serviceId)).map(({ version }) => Number(version));
  expect(versions).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  expect(await versionOf(serviceId)).toBe(16n);
});

it("changes nothing without a change, or when the transaction is rolled back", async () => {
  const serviceId = await createService();
  await record(serviceId, []);
  const failing = db().$transaction(async (tx) => {
    await recordChange(tx, serviceId, [added()]);
    throw new Error("taken back");
  });
  await expect(failing).rejects.toThrow("taken back");
  expect(await versionOf(serviceId)).toBeUndefined();
  expect(await changesOf(serviceId)).toEqual([]);
});

it("tells too many changes as one reload", async () => {
  const serviceId = await createService();
  await record(serviceId, Array.from({ length: 1_001 }, added));
  expect(await changesOf(serviceId)).toMatchObject([{ kind: "RELOAD", version: 1n, faceId: null }]);
});
