import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { z } from "zod";

const report = z.object({ pid: z.number().optional(), refused: z.string().optional() });

export interface SecondProcess {
  readonly child: ChildProcess;
  /** Process id of the postmaster that it runs. */
  readonly pid: number | undefined;
  /** Why it did not start one. */
  readonly refused: string | undefined;
}

/** Starts the embedded database of `dataDir` in a process of its own, which can be killed like a server. */
export async function runInSecondProcess(dataDir: string): Promise<SecondProcess> {
  const program = path.join(import.meta.dirname, "embedded-server.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const { pid, refused } = report.parse(JSON.parse(String(line)));
  return { child, pid, refused };
}

/** Ends it as an out-of-memory killer would. */
export async function killHard({ child }: SecondProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
