import { mkdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { type Config, config } from "@/lib/config/env";
import type { DatabaseLog } from "@/lib/db/database-log";
import { EmbeddedPostgresError } from "@/lib/db/embedded/embedded-postgres-error";
import { findRunningPostgres, isEmbeddedPostgresTaken } from "@/lib/db/embedded/find-running";
import { layoutOf } from "@/lib/db/embedded/layout";
import { takeOwnership } from "@/lib/db/embedded/owner-lock";
import { startEmbeddedPostgres } from "@/lib/db/embedded/supervisor";

export interface OpenDatabase {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const waitMs = 180_000;
const pauseMs = 100;

/** Asks again while the answer is null. */
async function untilGiven<T>(ask: () => Promise<T | null> | T | null, whatIsInTheWay: string): Promise<T> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() >= deadline) throw new EmbeddedPostgresError(whatIsInTheWay);
    await delay(pauseMs);
  }
}

function tryOwnership(file: string): (() => void) | null {
  try {
    return takeOwnership(file);
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) return null;
    throw error;
  }
}

/** A command ends by itself within seconds; one that was killed would leave its database running. */
function ignoreStopSignals(): () => void {
  const ignore = () => undefined;
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, ignore);
  return () => {
    for (const signal of signals) process.off(signal, ignore);
  };
}

async function start(dataDir: string, log: DatabaseLog): Promise<OpenDatabase | null> {
  const heedStopSignals = ignoreStopSignals();
  try {
    const { url, stop } = await startEmbeddedPostgres({ dataDir, log });
    return { url, close: () => stop().finally(heedStopSignals) };
  } catch (error) {
    heedStopSignals();
    // Lost against a server that started at the same time.
    if (isEmbeddedPostgresTaken(dataDir)) return null;
    throw error;
  }
}

async function join(dataDir: string): Promise<OpenDatabase | null> {
  const url = await findRunningPostgres(dataDir);
  return url === null ? null : { url, close: async () => undefined };
}

/**
 * The database of this configuration, for one command: an external one, the embedded one of a server that runs,
 * or the embedded one started for this purpose.
 */
export async function openDatabase(log: DatabaseLog, settings: Config = config()): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl !== null) return { url: databaseUrl, close: async () => undefined };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // One command at a time: a second one would join a database that the first is about to stop.
  const release = await untilGiven(
    () => tryOwnership(layoutOf(dataDir).commandLock),
    "Another admin command is using this data directory.",
  );
  try {
    const database = await untilGiven(
      () => (isEmbeddedPostgresTaken(dataDir) ? join(dataDir) : start(dataDir, log)),
      "The running server's database does not answer.",
    );
    return { url: database.url, close: () => database.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}
