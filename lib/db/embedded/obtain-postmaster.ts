import type { ChildProcess } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { asSuperuser, endpointOf } from "./connection";
import { EmbeddedPostgresError } from "./embedded-postgres-error";
import { findFreePort } from "./free-port";
import { type LaunchOptions, launchPostmaster } from "./launch";
import { type Postmaster, stopPostmaster } from "./postmaster";
import { disownForeignPid, isPostmasterOf, readPostmasterFile } from "./postmaster-file";
import { lastLogLines } from "./server-log";

export interface ObtainOptions extends Omit<LaunchOptions, "port"> {
  readonly password: string;
  /** Port to listen on without a socket; undefined takes a free one. */
  readonly port?: number;
  /** Gives up, leaving no process. */
  readonly signal?: AbortSignal;
}

// A killed server may hold its files for a moment; recovery after a crash may take longer, but then the server runs.
const lockWaitMs = 30_000;
const recoveryWaitMs = 120_000;
const pauseMs = 50;

const wrongPassword = "28P01";

async function answers({ layout, password }: ObtainOptions, port: number): Promise<boolean> {
  try {
    await asSuperuser(endpointOf(layout, port, password), (client) => client.query("SELECT 1"));
    return true;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== wrongPassword) return false;
    throw new EmbeddedPostgresError(
      `The database in ${layout.data} does not accept the password in ${layout.password}: restore that file.`,
    );
  }
}

/** A server of this directory that already runs and answers, which only a Mien that was killed leaves behind. */
async function findSurvivor(options: ObtainOptions): Promise<Postmaster | "none" | "silent"> {
  const file = readPostmasterFile(options.layout.data);
  if (file === null || !isPostmasterOf(options.layout.data, file.pid)) return "none";
  return (await answers(options, file.port)) ? { ...file, adopted: true } : "silent";
}

async function untilAnswering(options: ObtainOptions, child: ChildProcess): Promise<Postmaster | null> {
  let ended = false;
  child.once("exit", () => (ended = true));
  child.once("error", () => (ended = true));
  const deadline = performance.now() + recoveryWaitMs;
  while (!ended && !options.signal?.aborted && performance.now() < deadline) {
    const file = readPostmasterFile(options.layout.data);
    if (file !== null && file.pid === child.pid && (await answers(options, file.port)))
      return { ...file, adopted: false };
    await delay(pauseMs);
  }
  return null;
}

async function launch(options: ObtainOptions): Promise<Postmaster | null> {
  const port = options.port ?? (await findFreePort());
  const child = launchPostmaster({ ...options, port });
  let postmaster: Postmaster | null = null;
  try {
    postmaster = await untilAnswering(options, child);
    return postmaster;
  } finally {
    if (postmaster === null && child.pid !== undefined) await stopPostmaster({ pid: child.pid });
  }
}

/**
 * The running server of a data directory: a survivor if there is one, else a new one.
 *
 * @throws EmbeddedPostgresError with the server's last words when it does not run within the time
 */
export async function obtainPostmaster(options: ObtainOptions): Promise<Postmaster> {
  const deadline = performance.now() + lockWaitMs;
  for (;;) {
    const survivor = await findSurvivor(options);
    if (typeof survivor === "object") return survivor;
    if (survivor === "none") {
      disownForeignPid(options.layout.data);
      const launched = await launch(options);
      if (launched !== null) return launched;
    }
    if (options.signal?.aborted || performance.now() >= deadline) break;
    await delay(5 * pauseMs);
  }
  const pid = readPostmasterFile(options.layout.data)?.pid;
  const holder = pid === undefined ? "" : ` (process ${pid} holds it)`;
  throw new EmbeddedPostgresError(
    `The embedded database in ${options.layout.data} does not start${holder}:\n${lastLogLines(options.layout.log)}`,
  );
}
