import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { newRowId } from "@/lib/db/row-id";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { openCollection } from "@/lib/domain/collections/service";
import { makeCompany } from "@/lib/domain/policy/testing/company";
import { createSubject } from "@/lib/domain/subjects/service";
import type { Subject } from "@/lib/domain/subjects/types";
import { recordChange } from "@/lib/search/collection-version";
import { sealEmbedding } from "@/lib/search/sealed-embedding";
import { provideSearch } from "@/lib/search/testing/provide-search";
import { addFace, deleteFacesById, listFacesOf, markFaces, moveFacesTo } from "./service";
import { changesOf, limitTo, makeCollection, photo, provideEngine } from "./testing/collection";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideSearch(provideDatabase());

let scope: ServiceScope;
let anna: Subject;
let bert: Subject;
beforeEach(async () => {
  provideEngine();
  scope = await makeCollection({ saveImages: true });
  anna = await createSubject(scope, "Anna");
  bert = await createSubject(scope, "Bert");
});

const refusal = (code: string) => expect.objectContaining({ code });
const add = (subject: Subject, text = randomUUID()) =>
  addFace({ scope, subjectId: subject.id, bytes: photo(`face ${text}`) });
const idsOf = async ({ id: subjectId }: Subject) =>
  (await listFacesOf(scope, { subjectId, size: 100 })).items.map(({ id }) => id);

/** A face whose embedding points there. */
async function store({ id: subjectId }: Subject, degrees: number, quality: number | null = null): Promise<string> {
  const id = newRowId();
  const angle = (degrees * Math.PI) / 180;
  const embeddingCipher = sealEmbedding(id, Float32Array.of(Math.cos(angle), Math.sin(angle)));
  const { serviceId } = scope;
  await db().$transaction(async (tx) => {
    await tx.face.create({ data: { id, serviceId, subjectId, embeddingCipher, quality, modelTag: "flat-1" } });
    await recordChange(tx, serviceId, [{ kind: "FACE_ADDED", faceId: id, subjectId }]);
  });
  return id;
}

describe("addFace", () => {
  it("stores the face under the subject and answers how it is shown", async () => {
    const face = await add(anna);
    expect(face).toEqual({
      id: face.id,
      createdAt: expect.any(Date),
      quality: null,
      modelTag: "stub-1",
      hasPicture: true,
    });
    expect(await idsOf(anna)).toEqual([face.id]);
  });

  it("makes no subject in the place of one that is gone", async () => {
    const gone = { id: randomUUID(), name: "Gone" };
    await expect(add(gone)).rejects.toEqual(refusal("not_found"));
    expect(await db().subject.count({ where: { serviceId: scope.serviceId } })).toBe(2);
  });
});

describe("listFacesOf", () => {
  it("gives the newest first, part by part, undisturbed by those that are added meanwhile", async () => {
    const added = [];
    for (let at = 0; at < 5; at += 1) added.unshift((await add(anna)).id);
    const first = await listFacesOf(scope, { subjectId: anna.id, size: 2 });
    expect(first).toMatchObject({ total: 5, next: added[1] });
    await add(anna);
    const second = await listFacesOf(scope, { subjectId: anna.id, size: 3, after: first.next! });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(added);
    expect(second.next).toBeNull();
  });
});

describe("moveFacesTo", () => {
  it("gives faces to another subject and tells every index", async () => {
    const [one, two] = [await add(anna), await add(anna)];
    const there = await add(bert);
    const moved = await moveFacesTo(scope, { ids: [one.id, there.id, randomUUID()], subjectId: bert.id });
    expect(moved).toEqual({ moved: 1 });
    expect(await idsOf(anna)).toEqual([two.id]);
    expect(await idsOf(bert)).toEqual([there.id, one.id]);
    const change = { kind: "FACE_MOVED", faceId: one.id, subjectId: bert.id, otherSubjectId: null };
    expect((await changesOf(scope)).at(-1)).toEqual(change);
  });

  it("takes no faces out of another collection, and puts none into one", async () => {
    const { id } = await add(anna);
    const other = await makeCollection();
    const foreign = await createSubject(other, "Zoe");
    expect(await moveFacesTo(other, { ids: [id], subjectId: foreign.id })).toEqual({ moved: 0 });
    await expect(moveFacesTo(scope, { ids: [id], subjectId: foreign.id })).rejects.toEqual(refusal("not_found"));
    expect(await idsOf(anna)).toEqual([id]);
  });

  it("needs more than reading", async () => {
    const { id } = await add(anna);
    const moving = moveFacesTo(limitTo(scope, "read"), { ids: [id], subjectId: bert.id });
    await expect(moving).rejects.toEqual(refusal("forbidden"));
  });
});

describe("markFaces", () => {
  const marksOf = ({ id: subjectId }: Subject, ids: readonly string[]) => markFaces(scope, { subjectId, ids });

  it("finds the face that a subject's other ones are not similar to", async () => {
    const ids = [await store(anna, 0), await store(anna, 4), await store(anna, 8)];
    const odd = await store(anna, 50);
    const marks = await marksOf(anna, [...ids, odd]);
    expect(marks).toEqual([{ faceId: odd, marks: [{ kind: "outlier", similarity: expect.any(Number) }] }]);
  });

  it("finds a face that two subjects have, and says whose it is besides", async () => {
    const mine = await store(anna, 0);
    await store(bert, 1);
    const duplicate = { kind: "duplicate", similarity: expect.any(Number), subjectId: bert.id, subject: "Bert" };
    expect(await marksOf(anna, [mine])).toEqual([{ faceId: mine, marks: [duplicate] }]);
  });

  it("calls a face of low quality weak, and none whose quality was not measured", async () => {
    const weak = await store(anna, 0, 0.1);
    const others = [await store(anna, 1, 0.9), await store(anna, 2)];
    expect(await marksOf(anna, [weak, ...others])).toEqual([{ faceId: weak, marks: [{ kind: "weak" }] }]);
  });

  it("says nothing of faces of others", async () => {
    const theirs = await store(bert, 0);
    await store(anna, 0);
    expect(await marksOf(anna, [theirs])).toEqual([]);
  });
});

it("people's changes to faces are in the audit trail, one by one", async () => {
  const { callers, serviceId } = await makeCompany();
  const actor = callers.APPLICATION_OWNER;
  const theirs = await openCollection({ actor, action: "collection.change", serviceId });
  const [one, two] = [await createSubject(theirs, "One"), await createSubject(theirs, "Two")];
  const { id } = await addFace({ scope: theirs, subjectId: one.id, bytes: photo("face") });
  await moveFacesTo(theirs, { ids: [id], subjectId: two.id });
  await deleteFacesById(theirs, [id]);
  const events = await db().auditEvent.findMany({ where: { objectId: id }, orderBy: { id: "asc" } });
  expect(events.map(({ action }) => action)).toEqual(["face.add", "face.move", "face.delete"]);
  expect(events.every(({ applicationId, actorUserId }) => applicationId !== null && actorUserId === actor.userId)).toBe(
    true,
  );
});
