import { config } from "@/lib/config/env";
import { connectDatabase } from "@/lib/db/client";
import { isHeldByCommand } from "@/lib/db/embedded/find-running";
import { startEmbeddedPostgres } from "@/lib/db/embedded/supervisor";
import { waitUntil } from "@/lib/db/embedded/wait";
import { logger } from "@/lib/observability/logger";
import type { StopList } from "./shutdown";
import { type Patience, untilAvailable } from "./until-available";

const commandWait = { timeoutMs: 180_000, everyMs: 50 };

/**
 * Starts the embedded database where none is configured, and connects this process to it.
 *
 * @returns its connection string
 */
export async function openDatabase(stops: StopList, patience: Patience): Promise<string> {
  const { databaseUrl, dataDir } = config();
  const url = databaseUrl ?? (await startDatabase(dataDir, stops, patience));
  const client = await untilAvailable(() => connectDatabase(url), patience);
  stops.add("database client", () => client.$disconnect());
  return url;
}

async function startDatabase(dataDir: string, stops: StopList, patience: Patience): Promise<string> {
  const postgres = await untilAvailable(async () => {
    await waitForCommand(dataDir, patience);
    return startEmbeddedPostgres({ dataDir, log: logger });
  }, patience);
  stops.add("database", () => postgres.stop());
  return postgres.url;
}

/** An admin command may have the database for a moment; another server keeps it, and starting beside that one fails. */
async function waitForCommand(dataDir: string, { isCancelled }: Patience): Promise<void> {
  if (!isHeldByCommand(dataDir)) return;
  logger.info({ event: "boot", waitsFor: "admin command" });
  await waitUntil(() => isCancelled() || !isHeldByCommand(dataDir), commandWait);
}
