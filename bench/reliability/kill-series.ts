// Kills a built server again and again while faces are being added, and looks for what was acknowledged:
//   npm run build && node --import tsx bench/reliability/kill-series.ts [cycles, 6 when absent]
// Every second time its database is killed as well.
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import sharp from "sharp";
import { tableHead, tableRow } from "@/bench/markdown-table";
import { printLine } from "@/bench/print-line";
import { prepareModels } from "@/inference/convert/prepare-models";
import { drawGoldenFace } from "@/inference/pipeline/draw-golden-face";
import { findFreePort } from "@/lib/cli/steps/server-address";
import { type CollectionClient, connectCollection } from "./collection-client";
import { type KilledServer, prepareServer } from "./killed-server";

const parallel = 4;
const killMs = { min: 10, max: 1_500 } as const;
/** From the start after a kill until the server is ready. */
const readyMsMax = 10_000;

/** What the clients know: the id of each subject's face, or null when no answer came. */
type Known = Map<string, string | null>;

interface Findings {
  readonly readyMs: number;
  readonly acknowledged: number;
  /** Acknowledged, and not there any more or without its picture. */
  readonly lost: number;
  /** Subjects without a face, and faces beyond one for each subject. */
  readonly halves: number;
}

async function enrolUntilKilled(client: CollectionClient, known: Known, isKilled: () => boolean): Promise<void> {
  while (!isKilled()) {
    const subject = randomUUID();
    known.set(subject, null);
    known.set(subject, await client.enrol(subject));
  }
}

async function runCycle(server: KilledServer, client: CollectionClient, known: Known, withDatabase: boolean) {
  let isKilled = false;
  const clients = Array.from({ length: parallel }, () => enrolUntilKilled(client, known, () => isKilled));
  await sleep(killMs.min + Math.random() * (killMs.max - killMs.min));
  isKilled = true;
  await server.kill(withDatabase);
  await Promise.all(clients);
  return inspect(await server.start(), client, known);
}

async function inspect(readyMs: number, client: CollectionClient, known: Known): Promise<Findings> {
  const [faces, subjects] = await Promise.all([client.listFaces(), client.listSubjects()]);
  const stored = new Set(faces.map(({ id }) => id));
  const acknowledged = [...known.values()].filter((id) => id !== null);
  let lost = 0;
  for (const id of acknowledged) if (!stored.has(id) || !(await client.hasPicture(id))) lost += 1;
  const withFace = new Set(faces.map(({ subject }) => subject));
  const halves = subjects.filter((subject) => !withFace.has(subject)).length + faces.length - withFace.size;
  return { readyMs, acknowledged: acknowledged.length, lost, halves };
}

/** Sends every request again under its key. @returns how many were answered otherwise than the first time */
async function repeatAll(client: CollectionClient, known: Known): Promise<number> {
  let different = 0;
  for (const [subject, id] of known) {
    const answer = await client.enrol(subject);
    if (answer === null || (id !== null && answer !== id)) different += 1;
    known.set(subject, answer);
  }
  return different;
}

function report(name: string, { readyMs, acknowledged, lost, halves }: Findings): boolean {
  const isGood = lost === 0 && halves === 0 && readyMs <= readyMsMax;
  printLine(tableRow([name, acknowledged, lost, halves, (readyMs / 1000).toFixed(1), isGood ? "ok" : "MISSED"]));
  return isGood;
}

async function createService(dataDir: string): Promise<string> {
  const key = randomUUID();
  const flags = ["--app", "kill", "--name", "faces", "--type", "RECOGNITION", "--api-key", key];
  const env = { ...process.env, DATA_DIR: dataDir };
  await promisify(execFile)("npm", ["run", "admin", "--", "service:create", ...flags], { env });
  return key;
}

async function measure(server: KilledServer, dataDir: string, cycles: number): Promise<boolean> {
  await server.start();
  const { data, width, height } = drawGoldenFace(256);
  const picture = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const client = connectCollection(server.url, await createService(dataDir), picture);
  const known: Known = new Map();
  printLine(tableHead(["killed", "acknowledged", "lost", "halves", "ready after, s", "verdict"]));
  let isGood = true;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const withDatabase = cycle % 2 === 1;
    const findings = await runCycle(server, client, known, withDatabase);
    isGood = report(withDatabase ? "server and database" : "server", findings) && isGood;
  }
  const different = await repeatAll(client, known);
  isGood = report("repeated under its key", await inspect(0, client, known)) && isGood && different === 0;
  printLine(`\n${known.size} requests, ${different} of them answered differently when repeated`);
  return isGood;
}

const dataDir = await mkdtemp(path.join(tmpdir(), "mien-kill-"));
const server = prepareServer({ dataDir, port: await findFreePort() });
try {
  await prepareModels(path.join(dataDir, "models"));
  process.exitCode = (await measure(server, dataDir, Number(process.argv[2] ?? 6))) ? 0 : 1;
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
