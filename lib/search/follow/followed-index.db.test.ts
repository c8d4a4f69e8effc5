import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { blockBytes, memoryBytesMax } from "@/lib/search/matrix/vector-memory";
import { embeddingKey } from "@/lib/search/sealed-embedding";
import { addFace, createService, direction, modelTag } from "@/lib/search/testing/collection-fixture";
import { FollowedIndex } from "./followed-index";

const databaseUrl = provideDatabase();
const opened: FollowedIndex[] = [];
const logged: string[] = [];

function open(memory = memoryBytesMax): FollowedIndex {
  const settings = { databaseUrl: databaseUrl(), key: embeddingKey(), memoryBytesMax: memory };
  const onLog = (_level: string, event: string) => void logged.push(event);
  const followed = new FollowedIndex(settings, { onLog, onChange: () => undefined });
  opened.push(followed);
  return followed;
}

const patience = { timeout: 120_000, interval: 20 };
const probes = [direction(0)];

beforeEach(async () => {
  logged.length = 0;
  await db().application.deleteMany();
});
afterEach(async () => {
  for (const followed of opened.splice(0)) await followed.close();
});

it("loads every collection when asked to", async () => {
  for (let service = 0; service < 3; service += 1) await addFace(await createService(), { embedding: direction(0) });
  const { index } = open();
  await index.loadAll();
  expect(index.statistics()).toMatchObject({ collections: 3, faces: 3, unreadable: 0 });
});

it("follows changes while nobody searches, also after its connection was lost", async () => {
  const serviceId = await createService();
  await addFace(serviceId, { embedding: direction(0) });
  const { index } = open();
  await index.loadAll();
  await addFace(serviceId, { embedding: direction(1) });
  await vi.waitFor(() => expect(index.statistics().faces).toBe(2), patience);
  await db().$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
    WHERE application_name = 'mien-search-listener' AND datname = current_database()`;
  await vi.waitFor(() => expect(logged).toContain("search_listener_lost"), patience);
  await addFace(serviceId, { embedding: direction(2) });
  await vi.waitFor(() => expect(index.statistics().faces).toBe(3), patience);
});

it("drops a service that was deleted", async () => {
  const serviceId = await createService();
  await addFace(serviceId, { embedding: direction(0) });
  const { index } = open();
  await index.loadAll();
  await db().service.delete({ where: { id: serviceId } });
  await index.refresh();
  expect(index.statistics()).toEqual({ collections: 0, faces: 0, bytes: 0, unreadable: 0 });
});

it("gives the memory of the collection unused for longest to another, and reads it again when needed", async () => {
  const services = [await createService(), await createService(), await createService()];
  const faces: string[] = [];
  for (const serviceId of services) faces.push((await addFace(serviceId, { embedding: direction(0) })).faceId);
  // One block is for probes, so that two collections find room.
  const { index } = open(3 * blockBytes);
  for (const round of [0, 1]) {
    for (const [which, serviceId] of services.entries()) {
      const found = await index.search({ serviceId, modelTag, probes, subjectsMax: 1 });
      expect(found, `round ${round}`).toMatchObject([[{ faceId: faces[which] }]]);
    }
  }
  expect(index.statistics().collections).toBe(2);
  expect(logged).toContain("search_memory_full");
});

it("says so when a collection is larger than the memory", async () => {
  const serviceId = await createService();
  await addFace(serviceId, { embedding: direction(0) });
  const { index } = open(blockBytes);
  await expect(index.search({ serviceId, modelTag, probes, subjectsMax: 1 })).rejects.toThrow("memory");
});

it("refuses a collection of which nothing opens, as under another master key", async () => {
  const serviceId = await createService();
  const { faceId } = await addFace(serviceId, { embedding: direction(0) });
  await db().face.update({ where: { id: faceId }, data: { embeddingCipher: Buffer.from("foreign") } });
  const { index } = open();
  await expect(index.search({ serviceId, modelTag, probes, subjectsMax: 1 })).rejects.toThrow("MASTER_KEY");
});

it("answers many services at once", async () => {
  const services = await Promise.all(Array.from({ length: 12 }, createService));
  const faces = await Promise.all(services.map((serviceId) => addFace(serviceId, { embedding: direction(0) })));
  const { index } = open();
  const searches = [...services, ...services].map((serviceId) =>
    index.search({ serviceId, modelTag, probes, subjectsMax: 1 }),
  );
  const found = (await Promise.all(searches)).map((candidates) => candidates[0]?.[0]?.faceId);
  const ids = faces.map(({ faceId }) => faceId);
  expect(found).toEqual([...ids, ...ids]);
});
