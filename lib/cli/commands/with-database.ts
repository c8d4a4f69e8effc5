import path from "node:path";
import { connectDatabase } from "@/lib/db/client";
import type { DatabaseLog } from "@/lib/db/database-log";
import { migrate } from "@/prisma/migrate";
import { openDatabase } from "./open-database";

const ignore = () => undefined;

// A command's output is its JSON alone; what goes wrong is thrown.
const silent: DatabaseLog = { info: ignore, warn: ignore, error: ignore };

/** Runs `work` on the migrated database, whether or not the server runs, and leaves that as it was. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const { url, close } = await openDatabase(silent);
  try {
    await migrate(url, { directory: path.resolve("prisma/migrations"), log: silent });
    const client = await connectDatabase(url);
    return await work().finally(() => client.$disconnect());
  } finally {
    await close();
  }
}
