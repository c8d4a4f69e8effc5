import { type ChildProcess, spawn } from "node:child_process";
import { standaloneDirectory } from "./project-root";

export interface ServerProcess {
  /** Resolves with the exit status once the server has ended; 0 when it ended by the signal we sent. */
  readonly ended: Promise<number>;
  hasEnded(): boolean;
  /** Asks the server to drain and exit. A second call ends it at once. */
  stop(): void;
}

export interface ServerOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that holds `server.js`; the project's own build when absent. */
  readonly directory?: string;
  /** Keeps the log off the terminal. */
  readonly quiet?: boolean;
}

/** Starts the standalone server as a child that ends with us, however we end. */
export function startServer({ env, directory = standaloneDirectory, quiet = false }: ServerOptions): ServerProcess {
  const output = quiet ? "ignore" : "inherit";
  const child = spawn(process.execPath, ["--import", "./dist/parent-watch.mjs", "server.js"], {
    cwd: directory,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", output, output, "ipc"],
    // In a group of its own, Ctrl-C reaches the server once, from us, and its database not at all.
    detached: process.platform !== "win32",
  });
  const ended = whenEnded(child);
  return {
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: () => child.kill(child.killed ? "SIGKILL" : "SIGTERM"),
  };
}

function whenEnded(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    // Next's own signal handling ends with 128 + SIGTERM, which is success here.
    child.once("exit", (code) => resolve(child.killed && (code === null || code === 143) ? 0 : (code ?? 1)));
  });
}
