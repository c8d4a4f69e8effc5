import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { waitUntilReady } from "@/bench/wait-until-ready";
import { standaloneDirectory } from "@/lib/cli/steps/project-root";
import { layoutOf } from "@/lib/db/embedded/layout";
import { readPostmasterFile } from "@/lib/db/embedded/postmaster-file";

/** A built server on a data folder of its own, to be killed without notice. */
export interface KilledServer {
  readonly url: string;
  /** Starts it. @returns milliseconds until it was ready */
  start(): Promise<number>;
  /** SIGKILL for the server, and for its database too when asked. */
  kill(withDatabase: boolean): Promise<void>;
  /** Asks it to end in order. */
  stop(): Promise<void>;
}

export function prepareServer({ dataDir, port }: { readonly dataDir: string; readonly port: number }): KilledServer {
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const end = async (signal: NodeJS.Signals) => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child?.once("exit", resolve));
    child.kill(signal);
    await ended;
  };
  return {
    url,
    start: async () => {
      const startMs = performance.now();
      child = spawnServer(dataDir, port);
      await waitUntilReady(child, url);
      return performance.now() - startMs;
    },
    kill: async (withDatabase) => {
      const database = readPostmasterFile(layoutOf(dataDir).data);
      await end("SIGKILL");
      if (withDatabase && database !== null) process.kill(database.pid, "SIGKILL");
    },
    stop: () => end("SIGTERM"),
  };
}

function spawnServer(dataDir: string, port: number): ChildProcess {
  const own = { PORT: String(port), HOSTNAME: "127.0.0.1", DATA_DIR: path.resolve(dataDir), LOG_LEVEL: "error" };
  const env = { ...process.env, NODE_ENV: "production" as const, SAVE_IMAGES_TO_DB: "true", ...own };
  // Without the watch on its parent, which would keep a channel to us open.
  return spawn(process.execPath, ["server.js"], {
    cwd: standaloneDirectory,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
