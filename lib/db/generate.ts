import { spawn } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";

const schemaDirectory = "prisma/schema";
const generatedFile = "lib/db/generated/client.ts";
const prismaProgram = "node_modules/prisma/build/index.js";

async function changedAt(file: string): Promise<number | null> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return null;
  }
}

/** Whether the generated client is missing or older than the schema or its configuration. */
async function isOutdated(root: string): Promise<boolean> {
  const generated = await changedAt(path.join(root, generatedFile));
  if (generated === null) return true;
  const schemas = (await readdir(path.join(root, schemaDirectory))).map((name) => path.join(schemaDirectory, name));
  const sources = [schemaDirectory, ...schemas, "prisma.config.ts"];
  const times = await Promise.all(sources.map((source) => changedAt(path.join(root, source))));
  return times.some((time) => time !== null && time > generated);
}

function runPrisma(root: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [prismaProgram, "generate", "--no-hints"], { cwd: root });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
    child.once("error", reject);
    child.once("exit", (status) => {
      if (status === 0) resolve();
      else reject(new Error(`The database client could not be generated:\n${output.trim()}`));
    });
  });
}

/**
 * Generates the typed database client from the schema where it is not up to date; downloads nothing.
 *
 * @param root folder of package.json
 * @returns whether it had to
 */
export async function generateClient(root: string): Promise<boolean> {
  if (!(await isOutdated(root))) return false;
  await runPrisma(root);
  return true;
}
