import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { openCollection } from "@/lib/domain/collections/service";
import { enrolFace } from "@/lib/domain/faces/service";
import { changesOf, makeCollection, photo, provideEngine } from "@/lib/domain/faces/testing/collection";
import { makeCompany } from "@/lib/domain/policy/testing/company";
import { createSubject, deleteSubjectById, readSubject, renameSubjectById, searchSubjects } from "./service";
import type { SubjectOrder } from "./types";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let scope: ServiceScope;
beforeEach(async () => {
  provideEngine();
  scope = await makeCollection({ saveImages: true });
});

const refusal = (code: string) => expect.objectContaining({ code });
const add = (subject: string, text = subject) => enrolFace({ scope, subject, bytes: photo(text) });
const namesBy = async (sort: SubjectOrder, search = "") =>
  (await searchSubjects(scope, { search, sort, page: 0, size: 10 })).items.map(({ name }) => name);

describe("searchSubjects", () => {
  it("sorts by name in whatever case, by age, and by the number of faces", async () => {
    await createSubject(scope, "bert");
    await add("Anna");
    await add("Carl");
    await add("Carl", "another");
    expect(await namesBy("name")).toEqual(["Anna", "bert", "Carl"]);
    expect(await namesBy("createdAt")).toEqual(["Carl", "Anna", "bert"]);
    expect(await namesBy("faceCount")).toEqual(["Carl", "Anna", "bert"]);
  });

  it("finds what holds the text in whatever case, signs of patterns among it", async () => {
    for (const name of ["Anna 100%", "Hanna", "Bert_o"]) await createSubject(scope, name);
    expect(await namesBy("name", "ANNA")).toEqual(["Anna 100%", "Hanna"]);
    expect(await namesBy("name", "%")).toEqual(["Anna 100%"]);
    expect(await namesBy("name", "_")).toEqual(["Bert_o"]);
  });

  it("gives pages of all, with the oldest face that has a picture and nothing of other services", async () => {
    const { faceId } = await add("Anna");
    await add("Anna", "another");
    await createSubject(scope, "Bert");
    await createSubject(await makeCollection(), "Zoe");
    const first = await searchSubjects(scope, { search: "", sort: "name", page: 0, size: 1 });
    expect(first).toMatchObject({ total: 2, page: 0, size: 1, keepsPictures: true });
    expect(first.items).toEqual([
      { id: expect.any(String), name: "Anna", createdAt: expect.any(Date), faceCount: 2, thumbnailFaceId: faceId },
    ]);
    const second = await searchSubjects(scope, { search: "", sort: "name", page: 1, size: 1 });
    expect(second.items).toMatchObject([{ name: "Bert", faceCount: 0, thumbnailFaceId: null }]);
    expect(await readSubject(scope, second.items[0]!.id)).toEqual(second.items[0]);
  });
});

describe("by id", () => {
  it("a subject gets another name, or its own in another case", async () => {
    const { id } = await createSubject(scope, "Anna");
    expect(await renameSubjectById(scope, id, { name: "ANNA", merge: false })).toEqual({ id, name: "ANNA" });
    expect(await namesBy("name")).toEqual(["ANNA"]);
  });

  it("two subjects are put together only when told so", async () => {
    const [anna, bert] = [await createSubject(scope, "Anna"), await createSubject(scope, "Bert")];
    await add("Anna");
    const wanted = { name: "bert", merge: false };
    await expect(renameSubjectById(scope, anna.id, wanted)).rejects.toEqual(refusal("conflict"));
    expect(await namesBy("name")).toEqual(["Anna", "Bert"]);
    expect(await renameSubjectById(scope, anna.id, { ...wanted, merge: true })).toEqual(bert);
    expect(await readSubject(scope, bert.id)).toMatchObject({ faceCount: 1 });
    const merged = { kind: "SUBJECT_MERGED", faceId: null, subjectId: anna.id, otherSubjectId: bert.id };
    expect((await changesOf(scope)).at(-1)).toEqual(merged);
  });

  it.each(["missing", "foreign"])("a %s subject is not found", async (kind) => {
    const foreign = await createSubject(await makeCollection(), "Zoe");
    const id = kind === "missing" ? randomUUID() : foreign.id;
    await expect(readSubject(scope, id)).rejects.toEqual(refusal("not_found"));
    await expect(renameSubjectById(scope, id, { name: "Y", merge: true })).rejects.toEqual(refusal("not_found"));
    await expect(deleteSubjectById(scope, id)).rejects.toEqual(refusal("not_found"));
    expect(await db().subject.count({ where: { id: foreign.id } })).toBe(1);
  });
});

it("people's changes are in the audit trail by ids, those of keys are not", async () => {
  const { callers, serviceId } = await makeCompany();
  const actor = callers.APPLICATION_ADMINISTRATOR;
  const theirs = await openCollection({ actor, action: "collection.change", serviceId });
  const [anna, bert] = [await createSubject(theirs, "Anna"), await createSubject(theirs, "Bert")];
  await renameSubjectById(theirs, anna.id, { name: "Anne", merge: false });
  await renameSubjectById(theirs, anna.id, { name: "Bert", merge: true });
  await deleteSubjectById(theirs, bert.id);
  await deleteSubjectById(scope, (await createSubject(scope, "Carl")).id);
  const select = { action: true, objectId: true, objectType: true } as const;
  const where = { objectType: "subject" };
  const events = await db().auditEvent.findMany({ where, orderBy: { id: "asc" }, select });
  const told = (action: string, { id }: { id: string }) => ({
    action: `subject.${action}`,
    objectType: "subject",
    objectId: id,
  });
  expect(events).toHaveLength(6);
  expect(events).toEqual(
    expect.arrayContaining([
      told("create", anna),
      told("create", bert),
      told("rename", anna),
      told("merge", anna),
      told("merge", bert),
      told("delete", bert),
    ]),
  );
});

it("a service of another type has no collection", async () => {
  const { callers, serviceId } = await makeCompany();
  await db().service.update({ where: { id: serviceId }, data: { type: "DETECTION" } });
  const opened = openCollection({ actor: callers.APPLICATION_OWNER, action: "collection.read", serviceId });
  await expect(opened).rejects.toEqual(refusal("not_found"));
});
