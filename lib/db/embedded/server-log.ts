import { openSync, readFileSync, renameSync, statSync } from "node:fs";

const sizeMax = 10 * 1024 * 1024;
const tailBytes = 4096;

/** Opens PostgreSQL's log for appending; a file, so that a server that outlives this process can go on writing. */
export function openServerLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > sizeMax) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

/** The last lines, for an error message. */
export function lastLogLines(file: string, count = 5): string {
  try {
    return readFileSync(file).subarray(-tailBytes).toString("utf8").trimEnd().split("\n").slice(-count).join("\n");
  } catch {
    return "";
  }
}
