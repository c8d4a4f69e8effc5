import { afterAll, beforeAll, inject } from "vitest";
import { connectDatabase, type DatabasePatience } from "@/lib/db/client";
import { createDatabase, dropDatabase } from "./throwaway-database";

// Fifty at once wait for ten connections and for each other's locks, on a slow machine for longer than a server would.
const patience: DatabasePatience = { connectionTimeoutMs: 120_000, transactionTimeoutMs: 120_000 };

/**
 * Gives a test file a migrated database of its own and connects `db()` to it. For files named `*.db.test.ts`.
 *
 * @returns the connection string, once the tests run
 */
export function provideDatabase(): () => string {
  let url = "";
  let disconnect: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    url = await createDatabase(inject("clusterUrl"), inject("templateName"));
    const client = await connectDatabase(url, patience);
    disconnect = () => client.$disconnect();
  });
  afterAll(async () => {
    await disconnect();
    await dropDatabase(inject("clusterUrl"), url);
  });
  return () => url;
}

/** An empty database for one test, without any tables; removed when `work` ends. */
export async function withEmptyDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const clusterUrl = inject("clusterUrl");
  const url = await createDatabase(clusterUrl);
  try {
    return await work(url);
  } finally {
    await dropDatabase(clusterUrl, url);
  }
}
