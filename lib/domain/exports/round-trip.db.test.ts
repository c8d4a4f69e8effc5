import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { enrolFace, findEmbedding, listFaces, readPicture, readThumbnail } from "@/lib/domain/faces/service";
import { limitTo, makeCollection } from "@/lib/domain/faces/testing/collection";
import { startJobs } from "@/lib/domain/jobs/service";
import { embeddingOf, endOf, hand, provideDataFolder, provideEngine } from "@/lib/domain/jobs/testing/import-place";
import { type RawEntry, rawZip } from "@/lib/domain/jobs/testing/raw-zip";
import { openZip, readEntry } from "@/lib/domain/jobs/zip-file";
import { createSubject, listSubjects } from "@/lib/domain/subjects/service";
import { searchCollection } from "@/lib/search/search";
import { provideSearch } from "@/lib/search/testing/provide-search";
import { exportCollection } from "./service";

const folder = await provideDataFolder();
provideSearch(provideDatabase());

let from: ServiceScope;
let asked: ReturnType<typeof provideEngine>;
let stop: () => Promise<void> = async () => undefined;
beforeEach(async () => {
  provideEngine();
  from = await makeCollection({ saveImages: true });
  for (const text of ["Tom a", "Tom b", "Ann a"]) {
    await enrolFace({ scope: from, subject: text.slice(0, 3), bytes: Buffer.from(text) });
  }
  await createSubject(from, "Bea");
  asked = provideEngine();
  stop = startJobs();
});
afterEach(() => stop());

async function exported(withImages = true): Promise<Buffer> {
  const chunks = [];
  for await (const chunk of await exportCollection({ scope: from, withImages })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Files of an archive by name. */
async function filesOf(zip: Uint8Array): Promise<Map<string, Buffer>> {
  const file = path.join(folder, "looked-at.zip");
  await writeFile(file, zip);
  const archive = await openZip(file, { entriesMax: 100, bytesMax: 1e7 });
  const files = new Map<string, Buffer>();
  for (const entry of archive.entries) files.set(entry.name, Buffer.from(await readEntry(archive, entry, 1e6)));
  archive.close();
  return files;
}

async function everythingOf(scope: ServiceScope) {
  const { items } = await listFaces(scope, { page: 0, size: 100 });
  return Promise.all(
    items.map(async ({ faceId, subject }) => ({
      subject,
      embedding: (await findEmbedding(scope, faceId)).embedding,
      picture: (await readPicture(scope, faceId))?.bytes.toString(),
    })),
  );
}
const idsOf = async (scope: ServiceScope) =>
  (await listFaces(scope, { page: 0, size: 9 })).items.map((face) => face.faceId);

async function importInto(scope: ServiceScope, zip: Uint8Array) {
  const { id } = await hand(scope, zip);
  return endOf(scope, id);
}

describe("an exported collection", () => {
  it("holds what there is, counted, and no picture where none is wanted", async () => {
    const files = await filesOf(await exported());
    expect(JSON.parse(String(files.get("manifest.json")))).toMatchObject({
      format: "mien-collection",
      version: 1,
      counts: { subjects: 3, faces: 3, images: 3 },
    });
    expect(String(files.get("subjects.jsonl"))).toBe('{"name":"Ann"}\n{"name":"Bea"}\n{"name":"Tom"}\n');
    expect([...files.keys()].filter((name) => name.startsWith("images/"))).toHaveLength(3);
    const bare = await filesOf(await exported(false));
    expect([...bare.keys()]).toEqual(["subjects.jsonl", "faces.jsonl", "manifest.json"]);
    expect(String(bare.get("faces.jsonl"))).toContain('"image":null');
  });

  it("needs the scope read, and is told in the trail", async () => {
    const scope = limitTo(from, "enrol", "delete");
    await expect(exportCollection({ scope, withImages: false })).rejects.toMatchObject({ code: "forbidden" });
    await exported();
    const where = { objectId: from.serviceId, action: "collection.export" };
    expect(await db().auditEvent.count({ where })).toBe(1);
  });

  it("comes into another service without any network, subjects without faces too, and is found there", async () => {
    const to = await makeCollection();
    const { job } = await importInto(to, await exported(false));
    expect(job).toMatchObject({ state: "DONE", total: 3, done: 3, failed: 0 });
    expect(asked).toEqual([]);
    expect(await listSubjects(to)).toEqual(["Ann", "Bea", "Tom"]);
    const [before, after] = [await everythingOf(from), await everythingOf(to)];
    expect(after.map(({ subject, embedding }) => [subject, embedding])).toEqual(
      before.map(({ subject, embedding }) => [subject, embedding]),
    );
    const { modelTag } = await findEmbedding(to, (await idsOf(to))[0]!);
    const query = { serviceId: to.serviceId, modelTag, probes: [embeddingOf("Ann a")], subjectsMax: 1 };
    const [[best] = []] = await searchCollection(query);
    expect(best?.cosine).toBeCloseTo(1, 5);
  });

  it("brings its pictures along, without a search for faces in them, where the service keeps pictures", async () => {
    const zip = await exported();
    const keeping = await makeCollection({ saveImages: true });
    await db().service.update({ where: { id: keeping.serviceId }, data: { saveImages: "YES" } });
    expect((await importInto(keeping, zip)).job).toMatchObject({ state: "DONE", done: 3 });
    expect(asked.map(({ options }) => options)).toEqual(
      Array(6).fill({ features: [], wholeImage: true, picture: true }),
    );
    expect((await everythingOf(keeping)).map(({ picture }) => picture)).toEqual(["Tom a", "Tom b", "Ann a"]);
    const thumbnail = await readThumbnail(keeping, (await idsOf(keeping))[0]!);
    expect(String(thumbnail?.bytes)).toBe("small Tom a");

    const other = await makeCollection();
    await db().service.update({ where: { id: other.serviceId }, data: { saveImages: "NO" } });
    asked.length = 0;
    await importInto(other, zip);
    expect(await db().faceImage.count({ where: { face: { serviceId: other.serviceId } } })).toBe(0);
    expect(asked).toEqual([]);
  });

  it("keeps the ids of its faces in another installation, and comes back only once", async () => {
    const zip = await exported(false);
    const ids = await idsOf(from);
    const here = await importInto(from, zip);
    expect(here.job).toMatchObject({ done: 0, failed: 3 });
    expect(here.items[0]?.problem).toBe("The collection has this face already.");
    // As long as the first service has them, one beside it in the same installation gets other ids.
    const beside = await makeCollection();
    await importInto(beside, zip);
    expect(await idsOf(beside)).not.toEqual(ids);
    await db().service.delete({ where: { id: from.serviceId } });
    const elsewhere = await makeCollection();
    await importInto(elsewhere, zip);
    expect(await idsOf(elsewhere)).toEqual(ids);
  });
});

describe("an archive that somebody changed", () => {
  type Line = Record<string, unknown>;
  async function changed(change: (face: Line, at: number) => Line, withImages = false): Promise<Buffer> {
    const files = await filesOf(await exported(withImages));
    const lines = String(files.get("faces.jsonl")).trim().split("\n");
    const text = lines.map((line, at) => `${JSON.stringify(change(JSON.parse(line), at))}\n`).join("");
    const entries = [...files].map(([name, content]): RawEntry => ({ name, content }));
    return rawZip(entries.map((entry) => (entry.name === "faces.jsonl" ? { ...entry, content: text } : entry)));
  }

  it("has faces of other networks computed anew from their pictures, and told of where there are none", async () => {
    const other = (face: Line, at: number) => (at === 0 ? face : { ...face, modelTag: "other-1" });
    const to = await makeCollection();
    const without = await importInto(to, await changed(other));
    expect(without.job).toMatchObject({ state: "DONE", done: 1, failed: 2 });
    expect(without.items[1]?.problem).toBe("Other networks made its embedding, and no picture came with it.");
    expect(asked).toEqual([]);

    const again = await makeCollection();
    await db().service.update({ where: { id: again.serviceId }, data: { saveImages: "NO" } });
    expect((await importInto(again, await changed(other, true))).job).toMatchObject({ state: "DONE", done: 3 });
    expect(asked.map(({ text, options }) => [text, options.features])).toEqual([
      ["Tom b", ["embedding"]],
      ["Ann a", ["embedding"]],
    ]);
  });

  const numbers = (values: readonly number[]) => Buffer.from(Float32Array.from(values).buffer).toString("base64");
  it.each([
    ["too few numbers", { embedding: numbers([1, 0]) }, /should have/],
    ["numbers that are none", { embedding: numbers(Array(embeddingOf("x").length).fill(Number.NaN)) }, /finite/],
    ["another length", { embedding: numbers(Array(embeddingOf("x").length).fill(1)) }, /length 1/],
    ["no id", { id: "1" }, /does not describe a face/],
    ["a time that no id can hold", { createdAt: "1969-12-31T23:59:59.999Z" }, /does not describe a face/],
    ["no subject", { subject: "" }, /subject's name/],
    ["a line that is none", { embedding: 5 }, /does not describe a face/],
  ])("is told of for %s", async (_what, change, problem) => {
    const to = await makeCollection();
    const zip = await changed((face, at) => (at === 0 ? { ...face, ...change } : face));
    const { job, items } = await importInto(to, zip);
    expect(job).toMatchObject({ state: "DONE", done: 2, failed: 1 });
    expect(items[0]?.problem).toMatch(problem);
  });

  it("is refused from a later version of the format", async () => {
    const manifest = { format: "mien-collection", version: 2, createdAt: new Date().toISOString(), modelTags: {} };
    const content = JSON.stringify({ ...manifest, counts: { subjects: 0, faces: 0, images: 0 } });
    const zip = rawZip([{ name: "manifest.json", content }]);
    await expect(hand(from, zip)).rejects.toMatchObject({ code: "invalid_request", message: /version 2/ });
  });

  it("is refused with a line that never ends", async () => {
    const files = await filesOf(await exported(false));
    const entries = [...files].map(([name, content]): RawEntry => ({ name, content }));
    const endless = { name: "faces.jsonl", content: Buffer.alloc(1_000_000, "x"), isDeflated: true };
    const zip = rawZip(entries.map((entry) => (entry.name === "faces.jsonl" ? endless : entry)));
    await expect(hand(from, zip)).rejects.toMatchObject({ code: "invalid_request", message: /too long/ });
  });
});
