import { PrismaPg } from "@prisma/adapter-pg";
import { logger } from "@/lib/observability/logger";
import { processWide } from "@/lib/observability/process-state";
import type { PrismaClient } from "./generated/client";
import { createTranslatingClient } from "./translating-client";

const connectionsMax = 10;
const statementTimeoutMs = 10_000;

export interface DatabasePatience {
  /** How long is waited for a connection, a new one or one that others use. */
  readonly connectionTimeoutMs: number;
  /** How long a transaction may last that says nothing else. */
  readonly transactionTimeoutMs: number;
}

const usualPatience: DatabasePatience = { connectionTimeoutMs: 2_000, transactionTimeoutMs: 5_000 };

const holder = processWide<{ client: PrismaClient | null }>("database", () => ({ client: null }));

function createClient(url: string, patience: DatabasePatience): PrismaClient {
  const { connectionTimeoutMs, transactionTimeoutMs } = patience;
  const pool = {
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectionTimeoutMs,
    statement_timeout: statementTimeoutMs,
  };
  const onPoolError = (error: Error) => logger.warn({ error: error.message }, "database connection lost");
  return createTranslatingClient({
    adapter: new PrismaPg(pool, { onPoolError, disposeExternalPool: true }),
    transactionOptions: { maxWait: connectionTimeoutMs, timeout: transactionTimeoutMs },
  });
}

/**
 * Connects this process to its database and makes the client what `db()` returns; a client from before is closed.
 *
 * @param url of the embedded or of an external PostgreSQL
 * @throws AppError `unavailable` when no server answers there
 */
export async function connectDatabase(url: string, patience = usualPatience): Promise<PrismaClient> {
  const client = createClient(url, patience);
  try {
    await client.$queryRaw`SELECT 1`;
  } catch (error) {
    await client.$disconnect();
    throw error;
  }
  await holder.client?.$disconnect();
  holder.client = client;
  return client;
}

/** The connected client. Throws when boot has not connected it yet, which is a fault of ours. */
export function db(): PrismaClient {
  if (holder.client === null) throw new Error("the database is used before it is connected");
  return holder.client;
}
