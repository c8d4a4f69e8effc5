import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { InferenceError } from "@/inference/inference-error";
import type { Analysis, AnalyzeOptions } from "@/inference/pipeline/analysis";
import { setEngine } from "@/inference/pipeline/engine";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { deleteFace, enrolFace, findEmbedding } from "@/lib/domain/faces/service";
import { changesOf, makeCollection, modelTag, photo, provideEngine } from "@/lib/domain/faces/testing/collection";
import {
  findAnsweringModel,
  isMoveAbandoned,
  isMoveUnderWay,
  moveFaces,
  readAnsweringModel,
  readMove,
  readMoveProgress,
} from "./service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

const before = { packId: "standard", modelTag };
const after = { packId: "insightface", modelTag: "next-1" };
const never = new AbortController().signal;
let scope: ServiceScope;

beforeEach(async () => {
  await db().application.deleteMany();
  await db().modelState.deleteMany();
  provideEngine();
  scope = await makeCollection({ saveImages: true });
  await findAnsweringModel(before);
});
afterEach(() => setEngine(undefined));

const enrol = (text: string) => enrolFace({ scope, bytes: photo(text), subject: text, signal: never });
const tagOf = async (faceId: string) => (await findEmbedding(scope, faceId)).modelTag;

/** Networks that make of a picture the number of its letters, and see nobody where it says so. */
function nextNetworks(onPicture: (text: string) => void | Promise<void> = () => undefined) {
  const analyze = async (bytes: Uint8Array, { features }: AnalyzeOptions): Promise<Analysis> => {
    const text = new TextDecoder().decode(bytes);
    await onPicture(text);
    const box = { xMin: 0, yMin: 0, xMax: 9, yMax: 9, probability: 0.9 };
    const faces = text.includes("nobody") ? [] : [{ box, embedding: Float32Array.of(text.length, 1), timingsMs: {} }];
    const timingsMs = { queue: 0, decode: 0, detect: 0 };
    expect(features).toEqual(["embedding"]);
    return { width: 9, height: 9, faces, timingsMs, versions: { embedding: after.modelTag } };
  };
  return { ...after, engine: { analyze } };
}

it("answers with the old embeddings until all new ones are there, then with those, in one step", async () => {
  const [first, second] = [await enrol("Ann"), await enrol("Barbara")];
  expect(await findAnsweringModel(after)).toEqual(before);
  const seen: unknown[] = [];
  const embedder = nextNetworks(async () => {
    seen.push(await tagOf(first.faceId), (await readAnsweringModel())?.modelTag);
  });
  expect(await moveFaces(embedder, never)).toBe(true);
  expect(seen).toEqual([modelTag, modelTag, modelTag, modelTag]);
  expect(await findEmbedding(scope, second.faceId)).toEqual({
    subject: "Barbara",
    embedding: Float32Array.of("kept Barbara".length, 1),
    modelTag: after.modelTag,
  });
  expect((await changesOf(scope)).at(-1)).toMatchObject({ kind: "RELOAD" });
  expect(await readAnsweringModel()).toEqual(after);
  expect(await isMoveUnderWay()).toBe(false);
  expect(await db().nextEmbedding.count()).toBe(0);
});

it("keeps and counts faces without a stored picture and those that the networks do not find", async () => {
  const known = await enrol("Ann");
  const hidden = await enrol("nobody here");
  const bare = await enrol("Cleo");
  await db().faceImage.delete({ where: { faceId: bare.faceId } });
  await moveFaces(nextNetworks(), never);
  expect(await tagOf(known.faceId)).toBe(after.modelTag);
  expect(await tagOf(hidden.faceId)).toBe(modelTag);
  expect(await tagOf(bare.faceId)).toBe(modelTag);
  expect(await readMoveProgress(after.modelTag)).toEqual({ total: 2, done: 0, kept: 2 });
});

it("tells how far it is", async () => {
  for (const name of ["Ann", "nobody here", "Cleo"]) await enrol(name);
  const bare = await enrol("Dora");
  await db().faceImage.delete({ where: { faceId: bare.faceId } });
  const seen: unknown[] = [];
  const see = async () => void seen.push(await readMove());
  await moveFaces(nextNetworks(see), never, see);
  expect(seen[0]).toEqual({ modelTag: after.modelTag, progress: { total: 4, done: 0, kept: 1 } });
  expect(seen.at(-1)).toEqual({ modelTag: after.modelTag, progress: { total: 4, done: 2, kept: 2 } });
  expect(await readMove()).toBeNull();
});

it("finds faces that come in behind it", async () => {
  const [first] = [await enrol("Ann"), await enrol("Barbara")];
  const giveTag = (tag: string) => db().face.update({ where: { id: first.faceId }, data: { modelTag: tag } });
  await giveTag(after.modelTag);
  const embedder = nextNetworks(async (text) => {
    if (text === "kept Barbara") await giveTag(modelTag);
  });
  await moveFaces(embedder, never);
  expect(await readMoveProgress(after.modelTag)).toEqual({ total: 0, done: 0, kept: 0 });
});

it("gives the step that writes every face more time than other statements have", async () => {
  await db().$executeRaw`CREATE TABLE "Seen" ("timeout" text)`;
  await db().$executeRaw`
    CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO "Seen" VALUES (current_setting('statement_timeout')); RETURN NEW; END $$`;
  await db().$executeRaw`CREATE TRIGGER see BEFORE UPDATE ON "Face" FOR EACH ROW EXECUTE FUNCTION see()`;
  await enrol("Ann");
  await moveFaces(nextNetworks(), never);
  expect(await db().$queryRaw`SELECT * FROM "Seen"`).toEqual([{ timeout: "10min" }]);
  await db().$executeRaw`DROP FUNCTION see CASCADE`;
});

it("goes on after a restart with what is left, and embeds nothing twice", async () => {
  for (const name of ["Ann", "Barbara", "Cleo"]) await enrol(name);
  const seen: string[] = [];
  const stopping = new AbortController();
  const broken = moveFaces(
    nextNetworks((text) => {
      seen.push(text);
      if (seen.length === 2) stopping.abort(new Error("stopped"));
    }),
    stopping.signal,
  );
  await expect(broken).rejects.toThrow("stopped");
  expect(await isMoveAbandoned()).toBe(true);
  expect(await readMoveProgress(after.modelTag)).toEqual({ total: 3, done: 2, kept: 0 });
  expect(
    await moveFaces(
      nextNetworks((text) => void seen.push(text)),
      never,
    ),
  ).toBe(true);
  expect(seen).toEqual(["kept Ann", "kept Barbara", "kept Cleo"]);
});

it("lets one server at a time do it, waits for room, and survives faces that are removed meanwhile", async () => {
  const [first, second] = [await enrol("Ann"), await enrol("Barbara")];
  let isBusy = true;
  const embedder = nextNetworks(async (text) => {
    if (text !== "kept Ann") return;
    if (isBusy) {
      isBusy = false;
      throw new InferenceError("busy", "all workers are busy");
    }
    expect(await moveFaces(nextNetworks(), never)).toBe(false);
    await deleteFace(scope, first.faceId);
  });
  expect(await moveFaces(embedder, never)).toBe(true);
  expect(await tagOf(second.faceId)).toBe(after.modelTag);
});

it("has the wanted networks answer at once where nothing is stored", async () => {
  expect(await findAnsweringModel(after)).toEqual(after);
  expect(await readAnsweringModel()).toEqual(after);
});
