import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { enrolFace, listFaces } from "@/lib/domain/faces/service";
import {
  changesOf,
  countRows,
  limitTo,
  makeCollection,
  photo,
  provideEngine,
} from "@/lib/domain/faces/testing/collection";
import {
  createSubject,
  deleteAllSubjects,
  deleteSubject,
  findSubjectByName,
  listSubjects,
  nameSubjects,
  renameSubject,
} from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let scope: ServiceScope;
beforeEach(async () => {
  provideEngine();
  scope = await makeCollection();
});

const add = (subject: string, text = subject) => enrolFace({ scope, subject, bytes: photo(text) });
const idOf = async (name: string) => (await findSubjectByName(scope.serviceId, name))?.id;
const subjectsOfFaces = async () => {
  const { items } = await listFaces(scope, { page: 0, size: 100 });
  return items.map(({ subject }) => subject);
};
const refusal = (code: string) => expect.objectContaining({ code });
const composed = "Zoë";
const decomposed = "Zoe\u0308";

describe("createSubject", () => {
  it("keeps the spelling, and lists names ignoring case", async () => {
    for (const name of ["bea", "Ada", "Élan", "ada 2", "Émile"])
      expect(await createSubject(scope, name)).toMatchObject({ name });
    expect(await listSubjects(scope)).toEqual(["Ada", "ada 2", "bea", "Élan", "Émile"]);
  });

  it.each([
    ["Tom", "tOM"],
    ["Élan", "éLAN"],
    ["Ёж", "ёЖ"],
    [composed, decomposed],
    [decomposed, composed.toUpperCase()],
  ])("takes %j and %j for one name", async (first, second) => {
    await createSubject(scope, first);
    await expect(createSubject(scope, second)).rejects.toEqual(refusal("conflict"));
    expect(await listSubjects(scope)).toEqual([first.normalize("NFC")]);
  });

  it.each([
    "x",
    " ",
    '\'; DROP TABLE "Subject"; --',
    "100%_\\",
    "a/b;c\\d",
    "\u0001\u001f\u007f",
    "\ufffe\uffff",
    "é".repeat(255),
    "😀".repeat(255),
    ...Array.from(
      { length: 16 },
      (_, plane) => `plane ${plane + 1} ${String.fromCodePoint((plane + 1) * 0x1_00_00 + 0x41)}`,
    ),
  ])("stores the name %j as it is", async (name) => {
    await createSubject(scope, name);
    expect(await listSubjects(scope)).toEqual([name]);
    expect(await findSubjectByName(scope.serviceId, name)).toMatchObject({ name });
  });

  it.each(["", "x".repeat(256), "😀".repeat(256), "a\0b", "\ud800", "\udc00x"])("refuses the name %j", async (name) => {
    const invalid = { code: "invalid_request", fields: [{ name: "subject", detail: expect.any(String) }] };
    await expect(createSubject(scope, name)).rejects.toMatchObject(invalid);
    await expect(add(name)).rejects.toMatchObject(invalid);
    expect(await countRows(scope)).toMatchObject({ subjects: 0, faces: 0 });
  });

  it("makes one of twenty at once, whatever their case", async () => {
    const names = Array.from({ length: 20 }, (_, index) => (index % 2 ? "Race" : "RACE"));
    const outcomes = await Promise.allSettled(names.map((name) => createSubject(scope, name)));
    const refused = outcomes.filter((outcome) => outcome.status === "rejected").map(({ reason }) => reason);
    expect(refused).toEqual(Array.from({ length: 19 }, () => refusal("conflict")));
    expect(await countRows(scope)).toMatchObject({ subjects: 1 });
  });
});

describe("renameSubject", () => {
  it("changes the name and keeps the faces", async () => {
    await add("Tom");
    expect(await renameSubject(scope, "tom", "Ann")).toEqual({ isUpdated: true });
    expect(await subjectsOfFaces()).toEqual(["Ann"]);
    expect(await listSubjects(scope)).toEqual(["Ann"]);
  });

  it("changes letters' case alone", async () => {
    await add("Tom");
    expect(await renameSubject(scope, "Tom", "TOM")).toEqual({ isUpdated: true });
    expect(await subjectsOfFaces()).toEqual(["TOM"]);
  });

  it.each(["Tom", "Nobody"])("does nothing when both names are %j", async (name) => {
    await add("Tom");
    expect(await renameSubject(scope, name, name)).toEqual({ isUpdated: false });
  });

  it("merges into the subject that has the name, and says so to search", async () => {
    for (const text of ["a", "b"]) await add("Tom", text);
    await add("Ann");
    const [subjectId, otherSubjectId] = [await idOf("Tom"), await idOf("Ann")];
    expect(await renameSubject(scope, "TOM", "ann")).toEqual({ isUpdated: true });
    expect(await listSubjects(scope)).toEqual(["Ann"]);
    expect(await subjectsOfFaces()).toEqual(["Ann", "Ann", "Ann"]);
    const merged = { kind: "SUBJECT_MERGED", subjectId, otherSubjectId, faceId: null };
    expect((await changesOf(scope)).at(-1)).toEqual(merged);
  });

  it("refuses an unknown subject and a name that cannot be one", async () => {
    await add("Tom");
    for (const name of ["Nobody", "", "a\0b"]) {
      await expect(renameSubject(scope, name, "Ann")).rejects.toEqual(refusal("not_found"));
    }
    await expect(renameSubject(scope, "Tom", "")).rejects.toEqual(refusal("invalid_request"));
    expect(await listSubjects(scope)).toEqual(["Tom"]);
  });

  it("loses no face when two subjects are merged into each other at once", async () => {
    for (const text of ["a", "b", "c"]) await Promise.all([add("Tom", text), add("Ann", text)]);
    await Promise.allSettled([renameSubject(scope, "Tom", "Ann"), renameSubject(scope, "Ann", "Tom")]);
    expect(await countRows(scope)).toMatchObject({ subjects: 1, faces: 6 });
  });
});

describe("removal", () => {
  it("takes the faces along, and says the stored spelling", async () => {
    for (const name of ["Tom", "Ann"]) await add(name);
    const subjectId = await idOf("Tom");
    expect(await deleteSubject(scope, "tOM")).toEqual({ name: "Tom" });
    expect(await subjectsOfFaces()).toEqual(["Ann"]);
    expect(await listSubjects(scope)).toEqual(["Ann"]);
    expect((await changesOf(scope)).at(-1)).toMatchObject({ kind: "SUBJECT_REMOVED", subjectId });
    await expect(deleteSubject(scope, "Tom")).rejects.toEqual(refusal("not_found"));
  });

  it("empties the collection, and says how many subjects there were", async () => {
    for (const name of ["Tom", "Ann"]) await add(name);
    await createSubject(scope, "without faces");
    expect(await deleteAllSubjects(scope)).toEqual({ count: 3 });
    expect(await countRows(scope)).toMatchObject({ subjects: 0, faces: 0 });
    expect((await changesOf(scope)).at(-1)).toMatchObject({ kind: "ALL_REMOVED" });
    expect(await deleteAllSubjects(scope)).toEqual({ count: 0 });
  });
});

describe("another service's subjects", () => {
  it("are not there", async () => {
    await add("Tom");
    const id = (await idOf("Tom")) ?? "";
    const stranger = await makeCollection();
    expect(await listSubjects(stranger)).toEqual([]);
    expect(await nameSubjects(stranger, [id])).toEqual(new Map());
    await expect(renameSubject(stranger, "Tom", "Ann")).rejects.toEqual(refusal("not_found"));
    await expect(deleteSubject(stranger, "Tom")).rejects.toEqual(refusal("not_found"));
    expect(await deleteAllSubjects(stranger)).toEqual({ count: 0 });
    expect(await nameSubjects(scope, [id])).toEqual(new Map([[id, "Tom"]]));
    expect(await createSubject(stranger, "tom")).toMatchObject({ name: "tom" });
  });
});

describe("a key", () => {
  it("does what its scopes say and nothing else", async () => {
    await add("Tom");
    const uses = [
      ["read", (limited: ServiceScope) => listSubjects(limited)],
      ["read", (limited: ServiceScope) => nameSubjects(limited, [])],
      ["enrol", (limited: ServiceScope) => createSubject(limited, "Ann")],
      ["enrol", (limited: ServiceScope) => renameSubject(limited, "Tom", "Bea")],
      ["enrol", (limited: ServiceScope) => renameSubject(limited, "same", "same")],
      ["delete", (limited: ServiceScope) => deleteSubject(limited, "Bea")],
      ["delete", (limited: ServiceScope) => deleteAllSubjects(limited)],
    ] as const;
    for (const [needed, use] of uses) {
      const others = (["read", "enrol", "delete"] as const).filter((other) => other !== needed);
      await expect(use(limitTo(scope, ...others))).rejects.toEqual(refusal("forbidden"));
      await use(limitTo(scope, needed));
    }
  });

  it("changes nothing of a service that was removed meanwhile", async () => {
    await db().service.delete({ where: { id: scope.serviceId } });
    await expect(createSubject(scope, "Tom")).rejects.toEqual(refusal("not_found"));
    await expect(add("Tom")).rejects.toEqual(refusal("not_found"));
    expect(await deleteAllSubjects(scope).catch(({ code }) => code)).toBe("not_found");
  });
});
