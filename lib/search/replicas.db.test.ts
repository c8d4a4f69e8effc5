import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { type BreakableDatabase, breakable } from "./testing/breakable-database";
import { addFace, createService, direction, modelTag, tell } from "./testing/collection-fixture";
import { type SecondIndex, startSecondIndex } from "./testing/second-index";

const databaseUrl = provideDatabase();
let way: BreakableDatabase;
let near: SecondIndex;
let far: SecondIndex;

// Two servers on one database: one beside it, the other behind a network that breaks.
beforeAll(async () => {
  way = await breakable(databaseUrl());
  near = startSecondIndex(databaseUrl());
  far = startSecondIndex(way.url);
});
afterAll(async () => {
  await near.stop();
  await far.stop();
  await way.stop();
});

const faceIds = (found: Awaited<ReturnType<SecondIndex["search"]>>) =>
  found === "unavailable" ? found : found.map(({ faceId }) => faceId);

async function searchBoth(serviceId: string) {
  const gallery = { serviceId, modelTag };
  const [one, other] = await Promise.all([near, far].map((index) => index.search(gallery, direction(0))));
  return [faceIds(one ?? []), faceIds(other ?? [])];
}

it("find a face with the request after its enrolment, wherever that was", async () => {
  const serviceId = await createService();
  const ids: string[] = [];
  for (let face = 0; face < 20; face += 1) {
    ids.push((await addFace(serviceId, { embedding: direction(face / 20) })).faceId);
    expect(await searchBoth(serviceId)).toEqual([ids, ids]);
  }
});

it("never answer from what is out of date, and catch up when the database is reached again", async () => {
  const serviceId = await createService();
  const first = await addFace(serviceId, { embedding: direction(0) });
  expect(await searchBoth(serviceId)).toEqual([[first.faceId], [first.faceId]]);
  way.cut();
  const second = await addFace(serviceId, { embedding: direction(0.1) });
  await db().subject.delete({ where: { id: first.subjectId } });
  await tell(serviceId, [{ kind: "SUBJECT_REMOVED", subjectId: first.subjectId }]);
  expect(await searchBoth(serviceId)).toEqual([[second.faceId], "unavailable"]);
  way.mend();
  expect(await searchBoth(serviceId)).toEqual([[second.faceId], [second.faceId]]);
});

it("read the collection anew when it changed more, meanwhile, than is kept", async () => {
  const serviceId = await createService();
  const first = await addFace(serviceId, { embedding: direction(0) });
  expect(await searchBoth(serviceId)).toEqual([[first.faceId], [first.faceId]]);
  way.cut();
  const ids = [first.faceId];
  for (let face = 1; face < 5; face += 1) ids.push((await addFace(serviceId, { embedding: direction(face) })).faceId);
  expect((await searchBoth(serviceId))[0]).toHaveLength(5);
  await db().collectionChange.deleteMany({ where: { serviceId, version: { lte: 4 } } });
  way.mend();
  const [one, other] = await searchBoth(serviceId);
  expect(one).toHaveLength(5);
  expect(other).toEqual(one);
});
