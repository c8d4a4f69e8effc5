import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { createSubject, findSubjectByName, listSubjects } from "@/lib/domain/subjects/service";
import {
  deleteFace,
  deleteFaces,
  deleteFacesById,
  enrolFace,
  findEmbedding,
  listFaces,
  readPicture,
  readThumbnail,
} from "./service";
import {
  changesOf,
  countRows,
  embeddingOf,
  limitTo,
  makeCollection,
  modelTag,
  photo,
  provideEngine,
} from "./testing/collection";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let asked: string[];
let scope: ServiceScope;
beforeEach(async () => {
  asked = provideEngine();
  scope = await makeCollection();
});

const add = (subject: string, text = subject, to = scope) => enrolFace({ scope: to, subject, bytes: photo(text) });
const everything = { page: 0, size: 100 };
const refusal = (code: string) => expect.objectContaining({ code });
const nothing = { subjects: 0, faces: 0, images: 0, answers: 0, changes: 0 };

describe("enrolFace", () => {
  it("stores the face under the subject, which it makes", async () => {
    const face = await add("Tom");
    expect(face).toEqual({ faceId: expect.stringMatching(/^[0-9a-f-]{36}$/), subject: "Tom" });
    expect(await countRows(scope)).toEqual({ subjects: 1, faces: 1, images: 0, answers: 0, changes: 1 });
    const { id: subjectId } = (await findSubjectByName(scope.serviceId, "Tom"))!;
    const added = { kind: "FACE_ADDED", faceId: face.faceId, subjectId, otherSubjectId: null };
    expect(await changesOf(scope)).toEqual([added]);
    const found = { subject: "Tom", embedding: embeddingOf("Tom"), modelTag };
    expect(await findEmbedding(scope, face.faceId)).toEqual(found);
  });

  it("finds the subject in whatever case, and says its stored spelling", async () => {
    await add("Tom");
    expect(await add("tOM", "other")).toMatchObject({ subject: "Tom" });
    expect(await countRows(scope)).toMatchObject({ subjects: 1, faces: 2 });
  });

  it("makes one subject for twenty faces at once", async () => {
    const faces = await Promise.all(
      Array.from({ length: 20 }, (_, index) => add(index % 2 ? "Race" : "RACE", `${index}`.padStart(3, "x"))),
    );
    expect(new Set(faces.map(({ faceId }) => faceId)).size).toBe(20);
    expect(await countRows(scope)).toMatchObject({ subjects: 1, faces: 20, changes: 20 });
  });

  it.each([
    ["no_face", "0 faces"],
    ["several_faces", "2 faces"],
  ])("refuses a picture with %s, and stores nothing", async (code, text) => {
    await expect(add("Tom", text)).rejects.toEqual(refusal(code));
    expect(await countRows(scope)).toEqual(nothing);
  });

  it("keeps neither name nor numbers in the clear that a dump of the table could be compared with", async () => {
    const { faceId } = await add("Tom");
    const { embeddingCipher } = await db().face.findUniqueOrThrow({ where: { id: faceId } });
    const clear = Buffer.from(embeddingOf("Tom").buffer);
    expect(Buffer.from(embeddingCipher).includes(clear.subarray(0, 8))).toBe(false);
  });

  it("does not look at the picture for a key that may not add, or a name that cannot be one", async () => {
    const limited = limitTo(scope, "read", "delete");
    await expect(add("Tom", "Tom", limited)).rejects.toEqual(refusal("forbidden"));
    await expect(add("")).rejects.toEqual(refusal("invalid_request"));
    expect(asked).toEqual([]);
  });
});

describe("listFaces", () => {
  it("goes through all faces page by page, the oldest first", async () => {
    const added = [];
    for (const text of ["a", "b", "c", "d", "e"]) added.push(await add(text));
    const pages = await Promise.all([0, 1, 2, 3].map((page) => listFaces(scope, { page, size: 2 })));
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
    expect(pages.map(({ items }) => items.length)).toEqual([2, 2, 1, 0]);
    const byId = added.toSorted((a, b) => (a.faceId < b.faceId ? -1 : 1));
    expect(pages.flatMap(({ items }) => items)).toEqual(byId);
  });

  it("keeps to one subject, in whatever case", async () => {
    await add("Tom", "a");
    await add("Ann");
    await createSubject(scope, "Bea");
    expect(await listFaces(scope, { ...everything, subject: "tom" })).toMatchObject({
      total: 1,
      items: [{ subject: "Tom" }],
    });
    for (const subject of ["Bea", "Nobody", "", "a\0b"]) {
      expect(await listFaces(scope, { ...everything, subject })).toEqual({ items: [], total: 0 });
    }
  });
});

describe("removal of faces", () => {
  it("leaves the subject, even without the last of its faces", async () => {
    const face = await add("Tom");
    expect(await deleteFace(scope, face.faceId.toUpperCase())).toEqual(face);
    expect(await listSubjects(scope)).toEqual(["Tom"]);
    expect(await countRows(scope)).toMatchObject({ faces: 0, changes: 2 });
    expect((await changesOf(scope)).at(-1)).toMatchObject({ kind: "FACE_REMOVED", faceId: face.faceId });
    await expect(deleteFace(scope, face.faceId)).rejects.toEqual(refusal("not_found"));
  });

  it("takes of a list what is there, once", async () => {
    const [first, second] = [await add("Tom", "a"), await add("Ann", "b")];
    await add("Bea");
    const ids = [second.faceId, randomUUID(), "no id", first.faceId, first.faceId];
    const removed = await deleteFacesById(scope, ids);
    expect(removed.map(({ subject }) => subject).sort()).toEqual(["Ann", "Tom"]);
    expect(await countRows(scope)).toMatchObject({ subjects: 3, faces: 1, changes: 5 });
    expect(await deleteFacesById(scope, [])).toEqual([]);
  });

  it("takes a subject with its faces, and says how many they were", async () => {
    for (const text of ["a", "b"]) await add("Tom", text);
    await add("Ann");
    expect(await deleteFaces(scope, { subject: "tOM" })).toEqual({ count: 2 });
    expect(await listSubjects(scope)).toEqual(["Ann"]);
    for (const subject of ["Tom", "", "a\0b"]) expect(await deleteFaces(scope, { subject })).toEqual({ count: 0 });
    expect(await countRows(scope)).toMatchObject({ faces: 1, changes: 4 });
  });

  it("takes all faces and leaves the subjects when none is named", async () => {
    for (const text of ["a", "b"]) await add(text);
    expect(await deleteFaces(scope, {})).toEqual({ count: 2 });
    expect(await listSubjects(scope)).toEqual(["a", "b"]);
    expect(await countRows(scope)).toMatchObject({ faces: 0, changes: 3 });
    expect((await changesOf(scope)).at(-1)).toMatchObject({ kind: "ALL_REMOVED" });
    expect(await deleteFaces(scope, {})).toEqual({ count: 0 });
  });
});

describe("another service's faces", () => {
  it("answer like missing ones", async () => {
    const mine = await makeCollection({ saveImages: true });
    const { faceId } = await add("Tom", "Tom", mine);
    for (const id of [faceId, randomUUID(), "no id", ""]) {
      await expect(findEmbedding(scope, id)).rejects.toEqual(refusal("not_found"));
      await expect(deleteFace(scope, id)).rejects.toEqual(refusal("not_found"));
      expect(await deleteFacesById(scope, [id])).toEqual([]);
      expect(await readPicture(scope, id)).toBeNull();
      expect(await readThumbnail(scope, id)).toBeNull();
    }
    expect(await listFaces(scope, everything)).toEqual({ items: [], total: 0 });
    expect(await deleteFaces(scope, {})).toEqual({ count: 0 });
    expect(await deleteFaces(scope, { subject: "Tom" })).toEqual({ count: 0 });
    expect(await countRows(mine)).toEqual({ subjects: 1, faces: 1, images: 1, answers: 0, changes: 1 });
  });
});

describe("a key", () => {
  it("does what its scopes say and nothing else", async () => {
    const { faceId } = await add("Tom");
    const uses = [
      ["read", (limited: ServiceScope) => listFaces(limited, everything)],
      ["read", (limited: ServiceScope) => findEmbedding(limited, faceId)],
      ["read", (limited: ServiceScope) => readPicture(limited, faceId)],
      ["read", (limited: ServiceScope) => readThumbnail(limited, faceId)],
      ["enrol", (limited: ServiceScope) => add("Tom", "again", limited)],
      ["delete", (limited: ServiceScope) => deleteFace(limited, faceId)],
      ["delete", (limited: ServiceScope) => deleteFacesById(limited, [faceId])],
      ["delete", (limited: ServiceScope) => deleteFaces(limited, { subject: "Tom" })],
      ["delete", (limited: ServiceScope) => deleteFaces(limited, {})],
    ] as const;
    for (const [needed, use] of uses) {
      const others = (["read", "enrol", "delete"] as const).filter((other) => other !== needed);
      await expect((async () => use(limitTo(scope, ...others)))()).rejects.toEqual(refusal("forbidden"));
      await use(limitTo(scope, needed));
    }
  });
});
