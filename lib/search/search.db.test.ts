import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { countSubjects, searchCollection } from "./search";
import { addFace, createService, direction, modelTag, tell } from "./testing/collection-fixture";
import { provideSearch } from "./testing/provide-search";

provideSearch(provideDatabase());

async function search(serviceId: string, radians = 0) {
  const question = { serviceId, modelTag, probes: [direction(radians)], subjectsMax: 10 };
  const [found = []] = await searchCollection(question);
  return found.map(({ subjectId, faceId }) => ({ subjectId, faceId }));
}

it("finds a face with the next search, best subject first, each by its best example", async () => {
  const serviceId = await createService();
  expect(await search(serviceId)).toEqual([]);
  const far = await addFace(serviceId, { embedding: direction(1) });
  expect(await search(serviceId)).toEqual([far]);
  const near = await addFace(serviceId, { embedding: direction(0.1) });
  expect(await search(serviceId)).toEqual([near, far]);
  const nearest = await addFace(serviceId, { embedding: direction(0.01), subjectId: far.subjectId });
  expect(await search(serviceId)).toEqual([nearest, near]);
  expect(await search(serviceId, 1.1)).toEqual([far, near]);
  expect(await countSubjects({ serviceId, modelTag })).toBe(2);
});

it("keeps services and versions of the networks apart", async () => {
  const [serviceId, otherId] = [await createService(), await createService()];
  await addFace(serviceId, { embedding: direction(0), modelTag: "other" });
  await addFace(serviceId, { embedding: Float32Array.of(1, 0, 0), modelTag: "longer" });
  await addFace(otherId, { embedding: direction(0) });
  expect(await search(serviceId)).toEqual([]);
  expect(await countSubjects({ serviceId, modelTag })).toBe(0);
});

it("follows every kind of change", async () => {
  const serviceId = await createService();
  const [one, two, three] = [
    await addFace(serviceId, { embedding: direction(0) }),
    await addFace(serviceId, { embedding: direction(0.1) }),
    await addFace(serviceId, { embedding: direction(0.2) }),
  ];
  expect(await search(serviceId)).toEqual([one, two, three]);
  await tell(serviceId, [{ kind: "FACE_MOVED", faceId: two.faceId, subjectId: three.subjectId }]);
  expect(await search(serviceId, 0.1)).toEqual([{ ...two, subjectId: three.subjectId }, one]);
  await tell(serviceId, [{ kind: "SUBJECT_MERGED", subjectId: three.subjectId, otherSubjectId: one.subjectId }]);
  expect(await search(serviceId, 0.2)).toEqual([{ ...three, subjectId: one.subjectId }]);
  await tell(serviceId, [{ kind: "FACE_REMOVED", faceId: three.faceId }]);
  expect(await search(serviceId, 0.2)).toEqual([{ ...two, subjectId: one.subjectId }]);
  await tell(serviceId, [{ kind: "SUBJECT_REMOVED", subjectId: one.subjectId }]);
  expect(await search(serviceId)).toEqual([]);
  const four = await addFace(serviceId, { embedding: direction(0.3) });
  await tell(serviceId, [{ kind: "ALL_REMOVED" }]);
  expect(await search(serviceId)).toEqual([]);
  // What was only told and not done comes back when the faces are read anew.
  await tell(serviceId, [{ kind: "RELOAD" }]);
  expect(await search(serviceId)).toEqual([one, two, three, four]);
});

it("reads the faces anew when changes were pruned, and when versions went back", async () => {
  const serviceId = await createService();
  const one = await addFace(serviceId, { embedding: direction(0) });
  expect(await search(serviceId)).toEqual([one]);
  const two = await addFace(serviceId, { embedding: direction(1) });
  const three = await addFace(serviceId, { embedding: direction(2) });
  await db().collectionChange.deleteMany({ where: { serviceId, version: 2n } });
  expect(await search(serviceId)).toEqual([one, two, three]);
  await db().face.delete({ where: { id: two.faceId } });
  await db().collection.update({ where: { serviceId }, data: { version: 1n } });
  expect(await search(serviceId)).toEqual([one, three]);
});

it("does not miss a face of an enrolment that is acknowledged while others go on", async () => {
  const serviceId = await createService();
  const enrolled = Array.from({ length: 40 }, async (_, index) => {
    const face = await addFace(serviceId, { embedding: direction(index / 10) });
    expect((await search(serviceId, index / 10))[0]).toEqual(face);
  });
  await Promise.all(enrolled);
});

it("leaves out a face whose embedding does not open", async () => {
  const serviceId = await createService();
  const damaged = await addFace(serviceId, { embedding: direction(0) });
  await db().face.update({ where: { id: damaged.faceId }, data: { embeddingCipher: Buffer.from("damaged") } });
  const sound = await addFace(serviceId, { embedding: direction(1) });
  expect(await search(serviceId)).toEqual([sound]);
});

it("forgets a service that is deleted", async () => {
  const serviceId = await createService();
  await addFace(serviceId, { embedding: direction(0) });
  expect(await search(serviceId)).toHaveLength(1);
  await db().service.delete({ where: { id: serviceId } });
  expect(await search(serviceId)).toEqual([]);
});

it("knows nothing of a service that never was", async () => {
  expect(await search(randomUUID())).toEqual([]);
});
