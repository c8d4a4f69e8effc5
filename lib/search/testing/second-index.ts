import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Candidate } from "@/lib/search/matrix/face-matrix";
import type { Gallery } from "@/lib/search/protocol";

export interface SecondIndex {
  /** Best candidates for one probe; "unavailable" when the search failed. */
  search(gallery: Gallery, probe: Float32Array): Promise<readonly Candidate[] | "unavailable">;
  stop(): Promise<void>;
}

/** A search index in a process of its own, as another server on the same database has it. */
export function startSecondIndex(databaseUrl: string): SecondIndex {
  const program = path.join(import.meta.dirname, "index-process.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, databaseUrl], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async search(gallery, probe) {
      child.stdin.write(`${JSON.stringify({ ...gallery, probe: [...probe], subjectsMax: 100 })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error("The process with the second index has ended.");
      const [candidates] = value === '"unavailable"' ? ["unavailable"] : JSON.parse(value);
      return candidates;
    },
    async stop() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
