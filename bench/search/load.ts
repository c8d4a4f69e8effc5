import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { percentile } from "@/bench/percentile";
import { bundleWorker } from "@/inference/pool/testing/bundle-worker";
import { startEmbeddedPostgres } from "@/lib/db/embedded/supervisor";
import { sealBytes } from "@/lib/db/sealed-bytes";
import { quietLog } from "@/lib/db/testing/quiet-log";
import { memoryBytesMax } from "@/lib/search/matrix/vector-memory";
import { SearchThread } from "@/lib/search/search-thread";
import { migrate } from "@/prisma/migrate";
import { randomEmbedding } from "./matrices";

const facesPerSubject = 4;
const rowsPerInsert = 1_000;
const searches = 60;
const key = Buffer.alloc(32, 1);

export interface LoadResult {
  readonly numbers: number;
  readonly loadS: number;
  /** Processor time of this process in that while; the database's comes beside it. */
  readonly cpuS: number;
  /** What the process grew by from the start of the thread, without any face, to the end of the load; in MB. */
  readonly growthMb: number;
  /** The same relative to the embeddings. */
  readonly memoryRatio: number;
  /** With the question to the database whether anything changed, and the way to the thread and back. */
  readonly searchP50Ms: number;
}

async function insertService(client: pg.Client): Promise<string> {
  const ids = [randomUUID(), randomUUID()];
  await client.query(`INSERT INTO "Application" ("id", "name") VALUES ($1, 'bench')`, [ids[0]]);
  const text = `INSERT INTO "Service" ("id", "applicationId", "name", "type") VALUES ($2, $1, 'Faces', 'RECOGNITION')`;
  await client.query(text, ids);
  await client.query('INSERT INTO "Collection" ("serviceId", "version") VALUES ($1, 1)', [ids[1]]);
  return ids[1] ?? "";
}

async function insertFaces(client: pg.Client, serviceId: string, count: number, numbers: number): Promise<void> {
  const subjects = Array.from({ length: count / facesPerSubject }, () => randomUUID());
  const subjectText = `INSERT INTO "Subject" ("id", "serviceId", "name") SELECT id, $1, id::text FROM unnest($2::uuid[]) id`;
  await client.query(subjectText, [serviceId, subjects]);
  const text = `INSERT INTO "Face" ("id", "serviceId", "subjectId", "modelTag", "embeddingCipher")
    SELECT f.id, $1, f.subject, 'bench', f.cipher FROM unnest($2::uuid[], $3::uuid[], $4::bytea[]) f(id, subject, cipher)`;
  for (let first = 0; first < count; first += rowsPerInsert) {
    const ids = Array.from({ length: rowsPerInsert }, () => randomUUID());
    const owners = ids.map((_, index) => subjects[Math.floor((first + index) / facesPerSubject)]);
    const ciphers = ids.map((id) =>
      Buffer.from(sealBytes(key, Buffer.from(randomEmbedding(numbers).buffer), `${id} embedding`)),
    );
    await client.query(text, [serviceId, ids, owners, ciphers]);
  }
  await client.query('VACUUM ANALYZE "Face"');
}

async function insertCollection(databaseUrl: string, faces: number, numbers: number): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const serviceId = await insertService(client);
    await insertFaces(client, serviceId, faces, numbers);
    return serviceId;
  } finally {
    await client.end();
  }
}

async function measureThread(
  databaseUrl: string,
  serviceId: string,
  faces: number,
  numbers: number,
): Promise<LoadResult> {
  const worker = await bundleWorker("lib/search/worker.ts");
  const settings = { databaseUrl, key, memoryBytesMax };
  const log = (_level: string, event: string, detail: string) => process.stderr.write(`${event} ${detail}\n`);
  const thread = new SearchThread({ workerFile: worker.file, settings, log });
  try {
    await thread.ask("countSubjects", { serviceId: randomUUID(), modelTag: "bench" });
    const rssBefore = process.memoryUsage.rss();
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    await thread.ask("loadAll", null);
    const loadS = (performance.now() - startedAt) / 1_000;
    const cpu = process.cpuUsage(cpuBefore);
    const cpuS = (cpu.user + cpu.system) / 1e6;
    if (thread.statistics().faces !== faces) throw new Error("Not every face was loaded.");
    const growth = process.memoryUsage.rss() - rssBefore;
    const times: number[] = [];
    for (let run = 0; run < searches; run += 1) {
      const askedAt = performance.now();
      const question = { serviceId, modelTag: "bench", probes: [randomEmbedding(numbers)], subjectsMax: 5 };
      await thread.ask("search", question);
      times.push(performance.now() - askedAt);
    }
    const searchP50Ms = percentile(times, 0.5);
    return { numbers, loadS, cpuS, growthMb: growth / 1e6, memoryRatio: growth / (faces * numbers * 4), searchP50Ms };
  } finally {
    await thread.close();
    await worker.remove();
  }
}

/** Reads `faces` sealed embeddings from an embedded database into the thread of the index, as at boot. */
export async function measureLoad(faces: number, numbers: number): Promise<LoadResult> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "mien-bench-"));
  const postgres = await startEmbeddedPostgres({ dataDir, log: quietLog });
  try {
    await migrate(postgres.url, { directory: path.resolve("prisma/migrations"), log: quietLog });
    const serviceId = await insertCollection(postgres.url, faces, numbers);
    return await measureThread(postgres.url, serviceId, faces, numbers);
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
