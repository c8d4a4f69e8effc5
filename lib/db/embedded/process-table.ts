import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/** Whether the system knows this process id, be it only as a zombie. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

// Fields of proc(5) `stat` after the command name, which is in parentheses and may itself contain any character.
function readStat(pid: number): { state: string; startedAt: string } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", startedAt: fields[19] ?? "" };
  } catch {
    return null;
  }
}

/** Whether the process runs. A zombie does not: in a container nobody may ever collect it. */
export function isRunning(pid: number): boolean {
  return processExists(pid) && readStat(pid)?.state !== "Z";
}

/** Tells a process apart from a later one with the same id; "" where the system does not say. */
export function startTimeOf(pid: number): string {
  if (process.platform === "linux") return readStat(pid)?.startedAt ?? "";
  if (process.platform === "win32") return "";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** Working directory of a process, or null where the system does not say. */
export function workingDirectoryOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}
