import { withDatabase } from "@/lib/cli/commands/with-database";
import { config } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import type { Finding } from "./finding";

interface ServerFacts {
  readonly version: string;
  readonly fsync: string;
}

async function readServerFacts(): Promise<ServerFacts> {
  const [facts] = await db().$queryRaw<ServerFacts[]>`
    SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync`;
  if (facts === undefined) throw new Error("The database does not tell its version.");
  return facts;
}

export async function checkDatabase(): Promise<Finding> {
  const kind = config().databaseUrl === null ? "The embedded" : "The external";
  const { version, fsync } = await withDatabase(readServerFacts);
  const detail = `${kind} PostgreSQL ${version} answers and is migrated, fsync is ${fsync}.`;
  if (fsync === "on") return { ok: true, detail };
  return { ok: false, detail: `${detail} Turn fsync on, or a power cut may lose data.` };
}
