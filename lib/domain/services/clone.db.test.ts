import { beforeEach, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { resolveApiKey, revealApiKey } from "@/lib/domain/api-keys/service";
import * as faceRows from "@/lib/domain/faces/data";
import {
  deleteFace,
  deleteFaces,
  enrolFace,
  findEmbedding,
  listFaces,
  readPicture,
  readThumbnail,
} from "@/lib/domain/faces/service";
import {
  changesOf,
  countRows,
  embeddingOf,
  modelTag,
  photo,
  provideEngine,
} from "@/lib/domain/faces/testing/collection";
import { type Company, makeCompany } from "@/lib/domain/policy/testing/company";
import { createSubject, deleteSubject, listSubjects, renameSubject } from "@/lib/domain/subjects/service";
import { sealEmbedding } from "@/lib/search/sealed-embedding";
import { cloneService } from "./service";

vi.mock("@/lib/domain/faces/data", { spy: true });
vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
vi.stubEnv("SAVE_IMAGES_TO_DB", "true");
provideDatabase();

let company: Company;
let scope: ServiceScope;
beforeEach(async () => {
  provideEngine();
  company = await makeCompany();
  scope = (await resolveApiKey(company.key))!;
});

const everything = { page: 0, size: 2_000 };
const enrol = (subject: string, text: string) =>
  enrolFace({ scope, subject, bytes: photo(text), idempotencyKey: text });

async function clone(): Promise<ServiceScope> {
  const actor = company.callers.APPLICATION_OWNER;
  const { id } = await cloneService({ actor, serviceId: company.serviceId, name: "copy" });
  const { id: keyId } = await db().apiKey.findFirstOrThrow({ where: { serviceId: id } });
  return (await resolveApiKey((await revealApiKey({ actor, keyId })).key))!;
}

it("copies subjects, faces and pictures, which live on their own", async () => {
  await createSubject(scope, "without faces");
  for (const [subject, text] of [
    ["Tom", "one"],
    ["Ann", "two2"],
    ["tom", "three"],
  ] as const)
    await enrol(subject, text);
  const copy = await clone();
  await deleteFaces(scope, {});
  expect(await listSubjects(copy)).toEqual(["Ann", "Tom", "without faces"]);
  const { items } = await listFaces(copy, everything);
  expect(items.map(({ subject }) => subject)).toEqual(["Tom", "Ann", "Tom"]);
  for (const [index, text] of ["one", "two2", "three"].entries()) {
    const { faceId, subject } = items[index]!;
    expect(await findEmbedding(copy, faceId)).toEqual({ subject, embedding: embeddingOf(text), modelTag });
    expect(Buffer.from((await readPicture(copy, faceId))!.bytes).toString()).toBe(`kept ${text}`);
    expect(Buffer.from((await readThumbnail(copy, faceId))!.bytes).toString()).toBe(`small ${text}`);
  }
  expect(await changesOf(copy)).toMatchObject([{ kind: "RELOAD" }]);
  expect(await countRows(copy)).toEqual({ subjects: 3, faces: 3, images: 3, answers: 0, changes: 1 });
});

it("copies an empty collection", async () => {
  expect(await countRows(await clone())).toEqual({ subjects: 0, faces: 0, images: 0, answers: 0, changes: 0 });
});

it("copies a thousand faces each once, in their order", async () => {
  const { serviceId } = scope;
  const subjects = await db().subject.createManyAndReturn({
    data: Array.from({ length: 1001 }, (_, index) => ({ serviceId, name: `s${index}` })),
  });
  const faces = subjects.map(({ id }, index) => {
    const faceId = `00000000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;
    const embeddingCipher = sealEmbedding(faceId, Float32Array.of(index));
    return { id: faceId, serviceId, subjectId: id, embeddingCipher, modelTag, createdAt: new Date(index) };
  });
  await db().face.createMany({ data: faces });
  const copy = await clone();
  const { items, total } = await listFaces(copy, everything);
  expect(total).toBe(1001);
  expect(items.map(({ subject }) => subject)).toEqual(subjects.map(({ name }) => name));
  expect((await findEmbedding(copy, items[1000]!.faceId)).embedding).toEqual(Float32Array.of(1000));
});

it("lets others change the collection meanwhile, and copies it as it was at one moment", async () => {
  const { findSealedFaces } = await vi.importActual<typeof faceRows>("@/lib/domain/faces/data");
  for (const [subject, text] of [
    ["Tom", "one"],
    ["Ann", "two2"],
    ["Eva", "three"],
  ] as const)
    await enrol(subject, text);
  const [, , eva] = (await listFaces(scope, everything)).items;
  await db().face.update({ where: { id: eva!.faceId }, data: { quality: 0.25, modelTag: "older-1" } });
  vi.mocked(faceRows.findSealedFaces).mockImplementationOnce(async (...asked) => {
    await enrol("late", "four");
    await renameSubject(scope, "Tom", "Thomas");
    await deleteSubject(scope, "Ann");
    await deleteFace(scope, eva!.faceId);
    await db().service.update({ where: { id: company.serviceId }, data: { name: "renamed" } });
    return findSealedFaces(...asked);
  });
  const copy = await clone();
  expect(await listSubjects(scope)).toEqual(["Eva", "late", "Thomas"]);
  const { items } = await listFaces(copy, everything);
  expect(items.map(({ subject }) => subject)).toEqual(["Tom", "Ann", "Eva"]);
  expect(await countRows(copy)).toEqual({ subjects: 3, faces: 3, images: 3, answers: 0, changes: 1 });
  for (const [index, text] of ["one", "two2", "three"].entries()) {
    const { faceId } = items[index]!;
    expect((await findEmbedding(copy, faceId)).embedding).toEqual(embeddingOf(text));
    expect(await readPicture(copy, faceId)).toMatchObject({ mediaType: "image/png" });
  }
  const { serviceId } = copy;
  const select = { quality: true, modelTag: true } as const;
  expect(await db().face.findMany({ where: { serviceId }, orderBy: { id: "asc" }, select })).toEqual([
    { quality: null, modelTag },
    { quality: null, modelTag },
    { quality: 0.25, modelTag: "older-1" },
  ]);
});

it("waits for the clone before with no connection in hand", async () => {
  const actor = company.callers.APPLICATION_OWNER;
  const names = Array.from({ length: 12 }, (_, index) => `copy ${index}`);
  await Promise.all(names.map((name) => cloneService({ actor, serviceId: company.serviceId, name })));
  expect(await db().service.count({ where: { applicationId: company.applicationId } })).toBe(13);
});

it("leaves nothing behind when it fails", async () => {
  await enrol("Tom", "one");
  const { faceId } = (await listFaces(scope, everything)).items[0]!;
  await db().face.update({ where: { id: faceId }, data: { embeddingCipher: Buffer.alloc(40) } });
  const counts = () =>
    Promise.all([db().service.count(), db().subject.count(), db().face.count(), db().apiKey.count()]);
  const before = await counts();
  await expect(clone()).rejects.toThrow();
  expect(await counts()).toEqual(before);
});
