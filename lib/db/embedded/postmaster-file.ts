import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isRunning, processExists, workingDirectoryOf } from "./process-table";

/** What a running PostgreSQL says about itself in its data directory. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

// Larger than any process id that Linux, macOS or Windows gives.
const impossiblePid = 2_000_000_000;

const pathOf = (directory: string) => path.join(directory, "postmaster.pid");

function readLines(directory: string): string[] | null {
  try {
    return readFileSync(pathOf(directory), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Reads `postmaster.pid`: line 1 is the process, line 4 the port. Null when no server wrote it or it is being written. */
export function readPostmasterFile(directory: string): PostmasterFile | null {
  const lines = readLines(directory);
  const pid = Number(lines?.[0]);
  const port = Number(lines?.[3]);
  return pid > 0 && port > 0 ? { pid, port } : null;
}

/** Whether the process is a PostgreSQL server of this directory, which is then its working directory. */
export function isPostmasterOf(directory: string, pid: number): boolean {
  if (!isRunning(pid)) return false;
  const workingDirectory = workingDirectoryOf(pid);
  return workingDirectory === null || workingDirectory === realpathSync(directory);
}

/**
 * Lets PostgreSQL take over the file of a killed server whose id another process has by now, as happens in
 * containers, where ids repeat; it would take that process for the server. Only the id is replaced: the file stays,
 * because PostgreSQL also reads from it which shared memory must be free.
 */
export function disownForeignPid(directory: string): void {
  const lines = readLines(directory);
  const pid = Number(lines?.[0]);
  if (lines === null || !(pid > 0) || !processExists(pid) || isPostmasterOf(directory, pid)) return;
  writeFileSync(pathOf(directory), [String(impossiblePid), ...lines.slice(1)].join("\n"));
}
