import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import type { Analysis, AnalyzeOptions } from "@/inference/pipeline/analysis";
import { setEngine } from "@/inference/pipeline/engine";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { importFaces, listJobItems, readJob } from "@/lib/domain/jobs/service";
import { isOver } from "@/lib/domain/jobs/types";
import { type RawEntry, rawZip } from "./raw-zip";

/** Gives a test file a data folder of its own. To be called before anything reads the configuration. */
export async function provideDataFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "mien-jobs-"));
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What the stub makes of a picture: length 1, another one for each text. */
export function embeddingOf(text: string): Float32Array {
  const numbers = Array.from({ length: embeddingModel.numbers }, (_, at) => 1 + text.charCodeAt(at % text.length) + at);
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (number) => number / length);
}

const face = (text: string) => ({
  box: { xMin: 0, yMin: 0, xMax: 9, yMax: 9, probability: 0.9 },
  embedding: embeddingOf(text),
  timingsMs: {},
});

interface Asked {
  readonly text: string;
  readonly options: AnalyzeOptions;
}

/**
 * Puts an engine in place that sees in a picture as many faces as its text begins with ("2 faces"), or one.
 *
 * @param before what each look waits for
 * @returns what it was asked
 */
export function provideEngine(before: (text: string) => Promise<void> | void = () => undefined): Asked[] {
  const asked: Asked[] = [];
  const analyze = async (bytes: Uint8Array, options: AnalyzeOptions): Promise<Analysis> => {
    const text = new TextDecoder().decode(bytes);
    asked.push({ text, options });
    await before(text);
    const faces = Array.from({ length: Number(/^\d/.exec(text)?.[0] ?? 1) }, () => face(text));
    const kept = { bytes: Buffer.from(text), mediaType: "image/png", thumbnail: Buffer.from(`small ${text}`) } as const;
    return {
      ...{ width: 9, height: 9, faces, timingsMs: { queue: 0, decode: 0, detect: 0 } },
      versions: { detector: "detector-1", embedding: embeddingModel.tag },
      ...(options.picture && faces.length === 1 && { picture: kept }),
    };
  };
  const stats = () => ({ workers: 1, busy: 0, queued: 0, restarts: 0, completed: 0 });
  const judgeSeries = () => Promise.reject(new Error("no series here"));
  setEngine({ analyze, judgeSeries, requireRoom: () => {}, stats, close: async () => {} });
  return asked;
}

export const picture = (name: string, content = name): RawEntry => ({ name, content });

/** Hands an archive in, and a table where one is given. */
export function hand(scope: ServiceScope, zip: readonly RawEntry[] | Uint8Array, table?: string) {
  return importFaces({
    scope,
    receive: async (files) => {
      await writeFile(files.zip, zip instanceof Uint8Array ? zip : rawZip(zip));
      if (table !== undefined) await writeFile(files.table, table);
    },
  });
}

/** Waits for the end of a job. @returns it, and what became of its pieces */
export async function endOf(scope: ServiceScope, id: string) {
  await vi.waitUntil(async () => isOver(await readJob(scope, id)), { timeout: 120_000, interval: 20 });
  const { items } = await listJobItems(scope, id, { page: 0, size: 1000, onlyFailed: false });
  return { job: await readJob(scope, id), items };
}
