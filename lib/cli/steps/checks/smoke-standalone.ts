import { chmod, cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { prepareModels } from "@/inference/convert/prepare-models";
import { say } from "@/lib/cli/steps/progress";
import { projectRoot, standaloneDirectory } from "@/lib/cli/steps/project-root";
import { runCommand } from "@/lib/cli/steps/run-command";
import { findFreePort } from "@/lib/cli/steps/server-address";
import { type ServerProcess, startServer } from "@/lib/cli/steps/server-process";
import { waitUntilReady } from "@/lib/cli/steps/wait-until-ready";

const apiKey = "5f0c2c56-6d3c-4b7e-9a53-0d6f6c1f2b11";
const detections = z.object({ result: z.array(z.object({ box: z.object({ probability: z.number() }) })).min(1) });

/**
 * Runs the standalone output as an image would: from a copy outside of the project, where nothing can be resolved
 * from the project's own node_modules. Throws when it does not start, show its page, find a face or stop cleanly.
 */
export async function smokeStandalone(): Promise<void> {
  await requireNoStrays();
  const folder = await mkdtemp(path.join(tmpdir(), "mien-smoke-"));
  // A server that runs as root runs its database as another user, who must get to the programs and the data.
  await chmod(folder, 0o711);
  try {
    const directory = path.join(folder, "server");
    await cp(standaloneDirectory, directory, { recursive: true, verbatimSymlinks: true });
    const dataDir = path.join(folder, "data");
    await prepareModels(path.join(dataDir, "models"));
    await smokeServer(directory, dataDir);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const contents = new Set([
  ".next",
  "build-stamp",
  "dist",
  "docs",
  "node_modules",
  "package.json",
  "prisma",
  "public",
  "server.js",
]);

/** Next takes sources along, and the keys in the data folder, where a path that is pieced together might mean them. */
async function requireNoStrays(): Promise<void> {
  const strays = (await readdir(standaloneDirectory)).filter((name) => !contents.has(name));
  if (strays.length > 0) throw new Error(`The output holds what it should not: ${strays.join(", ")}.`);
}

async function smokeServer(directory: string, dataDir: string): Promise<void> {
  const port = await findFreePort();
  const env = { PORT: String(port), HOSTNAME: "127.0.0.1", DATA_DIR: dataDir };
  const server = startServer({ env, directory });
  try {
    const baseUrl = `http://127.0.0.1:${port}`;
    if (!(await waitUntilReady(server, baseUrl))) throw new Error("The server ended before it was ready.");
    await requirePage(baseUrl);
    await createService(directory, env);
    await requireFace(baseUrl);
  } finally {
    await stopServer(server);
  }
}

async function requirePage(baseUrl: string): Promise<void> {
  const page = await fetch(baseUrl);
  const html = await page.text();
  if (!page.ok || !html.includes("<h1")) throw new Error(`The start page answered ${page.status}.`);
  say("  the start page is there");
}

async function createService(directory: string, env: Record<string, string>): Promise<void> {
  const flags = ["--app", "Smoke", "--name", "faces", "--type", "DETECTION", "--api-key", apiKey];
  await runCommand(process.execPath, ["dist/admin.mjs", "service:create", ...flags], { cwd: directory, env });
  say("  the command line created a service");
}

async function requireFace(baseUrl: string): Promise<void> {
  const photo = await readFile(path.join(projectRoot, "node_modules/@vladmandic/face-api/demo/sample1.jpg"));
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "photo.jpg");
  const url = `${baseUrl}/api/v1/detection/detect`;
  const answer = await fetch(url, { method: "POST", headers: { "x-api-key": apiKey }, body: form });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`Detection answered ${answer.status}: ${text}`);
  say(`  ${detections.parse(JSON.parse(text)).result.length} faces found in a photo`);
}

async function stopServer(server: ServerProcess): Promise<void> {
  if (!server.hasEnded()) server.stop();
  const status = await server.ended;
  if (status !== 0) throw new Error(`The server ended with status ${status}.`);
}
