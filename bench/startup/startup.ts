import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tableHead, tableRow } from "@/bench/markdown-table";
import { printLine } from "@/bench/print-line";
import { waitUntilReady } from "@/bench/wait-until-ready";
import { standaloneDirectory } from "@/lib/cli/steps/project-root";
import { findFreePort } from "@/lib/cli/steps/server-address";

/** Seconds that a start may take from `npm start` to ready, on two cores. */
const bars = { first: 90, later: 6 } as const;
const laterStarts = 3;
const stopMsMax = 25_000;

interface Start {
  readonly name: string;
  readonly barS: number;
  readonly readyS: number;
  readonly stopS: number;
  /** Command lines of processes that were still there 25 s after SIGTERM went to npm. */
  readonly left: readonly string[];
}

/** Command lines of all processes that name `marker` in them or in their environment; Linux only, empty elsewhere. */
async function findProcesses(marker: string): Promise<string[]> {
  const ids = (await readdir("/proc").catch(() => [])).filter(
    (name) => /^\d+$/.test(name) && Number(name) !== process.pid,
  );
  const found = await Promise.all(
    ids.map(async (id) => {
      const read = (file: string) => readFile(`/proc/${id}/${file}`, "utf8").catch(() => "");
      const command = await read("cmdline");
      return command !== "" && `${command}${await read("environ")}`.includes(marker)
        ? [command.replaceAll("\0", " ")]
        : [];
    }),
  );
  return found.flat();
}

/** npm ends at once on SIGTERM; what it started may take as long as an orchestrator would wait. */
async function waitUntilGone(marker: string): Promise<string[]> {
  const deadlineMs = performance.now() + stopMsMax;
  for (;;) {
    const left = await findProcesses(marker);
    if (left.length === 0 || performance.now() > deadlineMs) return left;
    await sleep(50);
  }
}

async function measureStart(name: string, barS: number, dataDir: string): Promise<Start> {
  const port = await findFreePort();
  const startMs = performance.now();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "warn" };
  const npm = spawn("npm", ["start"], { env, stdio: ["ignore", "ignore", "inherit"] });
  await waitUntilReady(npm, `http://127.0.0.1:${port}`);
  const readyMs = performance.now();
  npm.kill("SIGTERM");
  const left = await waitUntilGone(dataDir);
  const stopMs = performance.now();
  return { name, barS, readyS: (readyMs - startMs) / 1000, stopS: (stopMs - readyMs) / 1000, left };
}

const isGood = ({ readyS, barS, left }: Start) => readyS <= barS && left.length === 0;

function printStart(start: Start): void {
  const { name, readyS, barS, stopS, left } = start;
  printLine(tableRow([name, readyS.toFixed(1), barS, stopS.toFixed(1), left.length, isGood(start) ? "ok" : "MISSED"]));
  for (const line of left) process.stderr.write(`left: ${line}\n`);
}

const dataDir = await mkdtemp(path.join(tmpdir(), "mien-startup-"));
try {
  await rm(standaloneDirectory, { recursive: true, force: true });
  printLine(tableHead(["start", "ready after, s", "bar, s", "stopped after, s", "processes left", "verdict"]));
  const starts = [await measureStart("first", bars.first, dataDir)];
  for (let count = 0; count < laterStarts; count += 1) starts.push(await measureStart("later", bars.later, dataDir));
  for (const start of starts) printStart(start);
  process.exitCode = starts.every(isGood) ? 0 : 1;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
