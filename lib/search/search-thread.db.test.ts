import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type BundledWorker, bundleWorker } from "@/inference/pool/testing/bundle-worker";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { memoryBytesMax } from "./matrix/vector-memory";
import { embeddingKey } from "./sealed-embedding";
import { countSubjects, searchCollection } from "./search";
import { SearchThread } from "./search-thread";
import { getSearcher } from "./searcher";
import { startSearch } from "./start-search";
import { addFace, createService, direction, modelTag } from "./testing/collection-fixture";

const databaseUrl = provideDatabase();
let bundle: BundledWorker;
let directory: string;

beforeAll(async () => {
  bundle = await bundleWorker("lib/search/worker.ts");
  directory = await mkdtemp(path.join(tmpdir(), "mien-search-"));
});
afterAll(async () => {
  await bundle.remove();
  await rm(directory, { recursive: true });
});

const settingsFor = (url: string) => ({ databaseUrl: url, key: embeddingKey(), memoryBytesMax });
const gallery = { serviceId: "0192f0c1-2b3c-7abc-8def-0123456789ab", modelTag };

it("answers from a thread once the boot has started it, and not after its end", async () => {
  const serviceId = await createService();
  const face = await addFace(serviceId, { embedding: direction(0) });
  const stop = await startSearch({ workerFile: bundle.file, databaseUrl: databaseUrl() });
  const question = { serviceId, modelTag, probes: [direction(0), direction(1)], subjectsMax: 3 };
  const cosine = expect.closeTo(Math.cos(1), 6);
  expect(await searchCollection(question)).toEqual([[{ ...face, cosine: 1 }], [{ ...face, cosine }]]);
  expect(await countSubjects({ serviceId, modelTag })).toBe(1);
  await stop();
  expect(getSearcher).toThrow(expect.objectContaining({ code: "unavailable" }));
});

it("fails with what is wrong when the database does not answer, or the question is", async () => {
  const lost = new SearchThread({
    workerFile: bundle.file,
    settings: settingsFor("postgresql://x@127.0.0.1:1/x"),
    log: vi.fn(),
  });
  await expect(lost.ask("countSubjects", gallery)).rejects.toMatchObject({ code: "unavailable", retryAfterS: 1 });
  await lost.close();
  const serviceId = await createService();
  await addFace(serviceId, { embedding: direction(0) });
  const thread = new SearchThread({ workerFile: bundle.file, settings: settingsFor(databaseUrl()), log: vi.fn() });
  const zero = { serviceId, modelTag, probes: [Float32Array.of(0, 0)], subjectsMax: 1 };
  await expect(thread.ask("search", zero)).rejects.toThrow("direction");
  const long = { ...zero, probes: [Float32Array.of(1, 0, 0)] };
  await expect(thread.ask("search", long)).rejects.toThrow("numbers");
  await thread.close();
});

it("fails what was asked of a thread that dies, and answers again with the next one", async () => {
  const workerFile = path.join(directory, "mortal.mjs");
  const source = `import { parentPort } from "node:worker_threads";
    parentPort.on("message", ({ id, name }) => {
      if (name === "search") process.exit(3);
      parentPort.postMessage({ type: "answer", id, answer: 7 });
    });`;
  await writeFile(workerFile, source);
  const log = vi.fn();
  const thread = new SearchThread({ workerFile, settings: settingsFor(""), log });
  const question = { ...gallery, probes: [], subjectsMax: 1 };
  await expect(thread.ask("search", question)).rejects.toMatchObject({ code: "unavailable" });
  expect(log).toHaveBeenCalledWith("error", "search_thread_lost", expect.stringContaining("3"));
  await vi.waitFor(async () => expect(await thread.ask("countSubjects", gallery)).toBe(7), { timeout: 120_000 });
  await thread.close();
  expect(log).toHaveBeenCalledOnce();
});
