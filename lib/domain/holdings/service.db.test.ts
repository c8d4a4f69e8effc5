import { randomUUID } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { makeCaller } from "@/lib/domain/policy/testing/company";
import type { Caller } from "@/lib/domain/policy/types";
import { createServiceInput } from "@/lib/domain/services/schema";
import { createService } from "@/lib/domain/services/service";
import type { ServiceType } from "@/lib/domain/services/types";
import { recordChange } from "@/lib/search/collection-version";
import * as data from "./data";
import { readHoldings, recordCollectionSizes } from "./service";

vi.mock("./data", { spy: true });
vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let actor: Caller;
let serviceId: string;
const makeService = async (type: ServiceType) =>
  (
    await createService(
      commandLineActor,
      createServiceInput.parse({ applicationName: "Demo", name: randomUUID(), type }),
    )
  ).id;
beforeEach(async () => {
  vi.clearAllMocks();
  actor = await makeCaller("OWNER");
  serviceId = await makeService("RECOGNITION");
});

/** Changes faces, and the version with them. */
const change = (work: (tx: Prisma.TransactionClient) => Promise<unknown>) =>
  db().$transaction(async (tx) => {
    await work(tx);
    await recordChange(tx, serviceId, [{ kind: "RELOAD" }]);
  });

async function addSubject(...modelTags: string[]): Promise<string> {
  const subject = await db().subject.create({ data: { serviceId, name: randomUUID() } });
  const face = { serviceId, subjectId: subject.id, embeddingCipher: new Uint8Array(4) };
  await change((tx) => tx.face.createMany({ data: modelTags.map((modelTag) => ({ ...face, modelTag })) }));
  return subject.id;
}

const read = (at: string, days = 30) => readHoldings({ actor, serviceId, days }, new Date(at));

it("counts what is stored now, by the networks that embedded it", async () => {
  await addSubject("b", "b");
  await addSubject("a");
  await addSubject();
  expect(await read("2026-11-20T10:00:00Z")).toMatchObject({
    collection: {
      subjects: 3,
      faces: 3,
      models: [
        { modelTag: "b", faces: 2 },
        { modelTag: "a", faces: 1 },
      ],
      days: [{ day: "2026-11-20", subjects: 3, faces: 3 }],
    },
  });
});

it("counts faces once for all who ask, until they change; subjects each time", async () => {
  await addSubject("a");
  const counted = async () => (await read("2026-11-20T10:00:00Z")).collection;
  const one = { subjects: 1, faces: 1 };
  expect(await Promise.all([counted(), counted()])).toMatchObject([one, one]);
  await db().subject.create({ data: { serviceId, name: "without faces" } });
  expect(await counted()).toMatchObject({ subjects: 2, faces: 1 });
  expect(data.countFacesByModel).toHaveBeenCalledTimes(1);
  await addSubject("a", "b");
  expect(await counted()).toMatchObject({ subjects: 3, faces: 3, models: [{ faces: 2 }, { faces: 1 }] });
  expect(data.countFacesByModel).toHaveBeenCalledTimes(2);
});

it("counts anew after counting failed", async () => {
  await addSubject("a");
  vi.mocked(data.countFacesByModel).mockRejectedValueOnce(new Error("no answer"));
  await expect(read("2026-11-20T10:00:00Z")).rejects.toThrow("no answer");
  expect(await read("2026-11-20T10:00:00Z")).toMatchObject({ collection: { faces: 1 } });
});

it("remembers what is removed later: the last count of a day stands for it", async () => {
  const id = await addSubject("a", "a");
  await recordCollectionSizes(new Date("2026-11-18T01:00:00Z"));
  await addSubject("a");
  await recordCollectionSizes(new Date("2026-11-18T23:59:00Z"));
  await change((tx) => tx.subject.delete({ where: { id } }));
  const { collection } = await read("2026-11-20T00:30:00Z");
  expect(collection?.days).toEqual([
    { day: "2026-11-18", subjects: 2, faces: 3 },
    { day: "2026-11-20", subjects: 1, faces: 1 },
  ]);
  expect((await read("2026-11-20T00:30:00Z", 2)).collection?.days).toHaveLength(1);
});

it("has no collection where a service stores no faces, and notes none", async () => {
  serviceId = await makeService("DETECTION");
  await recordCollectionSizes(new Date());
  expect(await db().collectionSize.count({ where: { serviceId } })).toBe(0);
  expect(await read("2026-11-20T10:00:00Z")).toMatchObject({ collection: null });
});

it("goes with the service, and is not for who is no member", async () => {
  await recordCollectionSizes(new Date());
  const stranger = { actor: await makeCaller(), serviceId, days: 1 };
  await expect(readHoldings(stranger)).rejects.toMatchObject({ code: "not_found" });
  await db().service.delete({ where: { id: serviceId } });
  expect(await db().collectionSize.count({ where: { serviceId } })).toBe(0);
});
