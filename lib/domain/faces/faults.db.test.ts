import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { deleteAllSubjects, deleteSubject, renameSubject } from "@/lib/domain/subjects/service";
import { deleteFaces, deleteFacesById, enrolFace, listFaces } from "./service";
import { countRows, makeCollection, photo, provideEngine } from "./testing/collection";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let scope: ServiceScope;
beforeEach(async () => {
  provideEngine();
  scope = await makeCollection({ saveImages: true });
});

const add = (subject: string, idempotencyKey?: string) =>
  enrolFace({ scope, subject, bytes: photo(subject), idempotencyKey });

/** The database refuses that while `work` runs: at once, or only when the transaction is to be committed. */
async function failing(table: string, operation: string, isLate: boolean, work: () => Promise<void>): Promise<void> {
  const kind = isLate ? "CONSTRAINT TRIGGER" : "TRIGGER";
  const when = isLate ? "AFTER" : "BEFORE";
  const deferral = isLate ? "DEFERRABLE INITIALLY DEFERRED" : "";
  await db().$executeRawUnsafe(`CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'injected fault'; END $$`);
  await db().$executeRawUnsafe(
    `CREATE ${kind} fault ${when} ${operation} ON "${table}" ${deferral} FOR EACH ROW EXECUTE FUNCTION fail()`,
  );
  try {
    await work();
  } finally {
    await db().$executeRawUnsafe(`DROP TRIGGER fault ON "${table}"`);
  }
}

const moments = [
  ["when it is reached", false],
  ["when the transaction ends", true],
] as const;
const allOf = async () => ({
  rows: await countRows(scope),
  faces: await listFaces(scope, { page: 0, size: 100 }),
  version: await db().collection.findMany({ where: { serviceId: scope.serviceId } }),
});

describe.each(moments)("a step that fails %s", (_, isLate) => {
  const enrolSteps = ["Subject", "Face", "FaceImage", "IdempotencyKey", "Collection", "CollectionChange"];
  it.each(enrolSteps)("leaves nothing of a first enrolment behind, when it is the insertion into %s", async (table) => {
    await failing(table, "INSERT", isLate, async () => {
      await expect(add("Tom", "k1")).rejects.toThrow("injected fault");
    });
    const none = { subjects: 0, faces: 0, images: 0, answers: 0, changes: 0 };
    expect(await allOf()).toEqual({ rows: none, faces: { items: [], total: 0 }, version: [] });
    await expect(add("Tom", "k1")).resolves.toMatchObject({ subject: "Tom" });
  });

  const others = [
    ["enrolment", "Collection", "UPDATE", () => add("Tom", "k2")],
    ["merge", "Face", "UPDATE", () => renameSubject(scope, "Tom", "Ann")],
    ["merge", "Subject", "DELETE", () => renameSubject(scope, "Tom", "Ann")],
    ["merge", "CollectionChange", "INSERT", () => renameSubject(scope, "Tom", "Ann")],
    ["rename", "Subject", "UPDATE", () => renameSubject(scope, "Tom", "Bea")],
    ["removal of a subject", "FaceImage", "DELETE", () => deleteSubject(scope, "Tom")],
    ["removal of a subject", "Face", "DELETE", () => deleteSubject(scope, "Tom")],
    ["removal of a subject", "CollectionChange", "INSERT", () => deleteSubject(scope, "Tom")],
    ["removal of all subjects", "CollectionChange", "INSERT", () => deleteAllSubjects(scope)],
    ["removal of all faces", "CollectionChange", "INSERT", () => deleteFaces(scope, {})],
    ["removal of all faces", "FaceImage", "DELETE", () => deleteFaces(scope, {})],
    ["removal of a face", "CollectionChange", "INSERT", async () => deleteFacesById(scope, await ids())],
    ["removal of a face", "FaceImage", "DELETE", async () => deleteFacesById(scope, await ids())],
  ] as const;
  const ids = async () => (await listFaces(scope, { page: 0, size: 1 })).items.map(({ faceId }) => faceId);

  it.each(others)("leaves all as it was before a %s, in %s at %s", async (_name, table, operation, work) => {
    for (const name of ["Tom", "Ann"]) await add(name, name);
    const before = await allOf();
    await failing(table, operation, isLate, async () => {
      await expect(work()).rejects.toThrow("injected fault");
    });
    expect(await allOf()).toEqual(before);
    await expect(work()).resolves.toBeDefined();
  });
});
