import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { EmbeddedPostgresError } from "./embedded-postgres-error";
import { isRunning, startTimeOf } from "./process-table";

const ownerSchema = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
type Owner = z.infer<typeof ownerSchema>;

function readOwner(file: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/** Process id of the living server that owns the database, or null. The id alone would fit a later process too. */
export function livingOwner(file: string): number | null {
  const owner = readOwner(file);
  return owner !== null && isRunning(owner.pid) && startTimeOf(owner.pid) === owner.startedAt ? owner.pid : null;
}

function createExclusively(file: string): boolean {
  const owner: Owner = { pid: process.pid, startedAt: startTimeOf(process.pid) };
  try {
    writeFileSync(file, JSON.stringify(owner), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function refuse(file: string): never {
  const pid = livingOwner(file);
  throw new EmbeddedPostgresError(
    `Another Mien server${pid === null ? "" : ` (process ${pid})`} is using this data directory: stop it, or set another DATA_DIR.`,
  );
}

/** A dead server's lock is removed under a second lock, so that two starts at once cannot both take it over. */
function removeDeadLock(file: string): void {
  const guard = `${file}.takeover`;
  if (!createExclusively(guard)) {
    if (livingOwner(guard) !== null || Date.now() - statSync(guard).mtimeMs < 1000) refuse(file);
    rmSync(guard, { force: true });
    return;
  }
  try {
    if (livingOwner(file) === null) rmSync(file, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

/**
 * Makes this process the owner of the database, as long as it lives.
 *
 * @returns gives the ownership back
 * @throws EmbeddedPostgresError naming the process that owns it
 */
export function takeOwnership(file: string): () => void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (createExclusively(file)) return () => rmSync(file, { force: true });
    if (livingOwner(file) !== null) refuse(file);
    removeDeadLock(file);
  }
  return refuse(file);
}
