import pg from "pg";
import { MigrationError } from "./migration-error";
import { type MigrationFile, readMigrationFiles } from "./migration-files";
import { type AppliedMigration, readHistory, recordMigration } from "./migration-history";

export interface MigrateOptions {
  /** Folder with a folder per migration. */
  readonly directory: string;
  readonly log: { info(fields: object, message: string): void };
}

// The number Prisma's engine locks, so that `prisma migrate deploy` and a start of ours exclude each other.
const advisoryLock = 72_707_369;
const lockWaitMs = 60_000;

function requireFit(files: readonly MigrationFile[], history: readonly AppliedMigration[]): void {
  for (const applied of history) {
    const file = files.find(({ name }) => name === applied.name);
    if (file === undefined) {
      throw new MigrationError(
        `The database has migration ${applied.name} of a newer Mien: start that version or a later one.`,
      );
    }
    if (!applied.finished) {
      throw new MigrationError(
        `Migration ${applied.name} once stopped halfway: resolve it with "prisma migrate resolve".`,
      );
    }
    if (file.checksum !== applied.checksum) {
      throw new MigrationError(`Migration ${applied.name} was edited after it was applied: restore the original file.`);
    }
  }
}

/** The whole file as one simple query, so that function bodies with semicolons stay whole. */
async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(file.sql);
    await recordMigration(client, file);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Migration ${file.name} failed and was rolled back: ${reason}`, { cause: error });
  }
}

async function applyMissing(client: pg.Client, { directory, log }: MigrateOptions): Promise<string[]> {
  const files = await readMigrationFiles(directory);
  await client.query(`SET lock_timeout = ${lockWaitMs}`);
  await client.query("SELECT pg_advisory_lock($1)", [advisoryLock]);
  const history = await readHistory(client);
  requireFit(files, history);
  const missing = files.filter(({ name }) => !history.some((applied) => applied.name === name));
  for (const file of missing) {
    await apply(client, file);
    log.info({ migration: file.name }, "migration applied");
  }
  return missing.map(({ name }) => name);
}

/**
 * Brings the database up to date: each missing migration in its own transaction, one program at a time.
 *
 * @returns names of the migrations applied now
 * @throws MigrationError when an applied migration was edited, is unknown here, or one fails (it leaves nothing behind)
 */
export async function migrate(url: string, options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined); // A lost connection is reported by the query in progress.
  try {
    await client.connect();
    return await applyMissing(client, options);
  } finally {
    await client.end().catch(() => undefined); // Gives the lock back.
  }
}
