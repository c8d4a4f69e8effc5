import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withEmptyDatabase } from "@/lib/db/testing/own-database";
import { quietLog } from "@/lib/db/testing/quiet-log";
import { migrate } from "./migrate";
import { MigrationError } from "./migration-error";

const committed = path.join(import.meta.dirname, "migrations");
const foundation = "20261120220000_foundation";
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "mien-migrations-"));
  await cp(committed, directory, { recursive: true });
});
afterEach(() => rm(directory, { recursive: true }));

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(directory, name));
  await writeFile(path.join(directory, name, "migration.sql"), sql);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const run = (url: string) => migrate(url, { directory, log: quietLog });
const tablesNamed = (name: string) => `SELECT 1 FROM pg_tables WHERE tablename = '${name}'`;

describe("migrate", () => {
  it("applies every migration to an empty database, and nothing the second time", () =>
    withEmptyDatabase(async (url) => {
      expect(await run(url)).toContain(foundation);
      expect(await run(url)).toEqual([]);
      expect(await query(url, 'SELECT count(*)::int AS users FROM "User"')).toEqual([{ users: 0 }]);
    }));

  it("keeps Prisma's books: name, checksum and one finished step", () =>
    withEmptyDatabase(async (url) => {
      await run(url);
      const sql = `SELECT length(checksum) AS size, applied_steps_count AS steps, finished_at >= started_at AS finished
        FROM _prisma_migrations WHERE migration_name = '${foundation}'`;
      expect(await query(url, sql)).toEqual([{ size: 64, steps: 1, finished: true }]);
    }));

  it("refuses a migration that was edited after it was applied", () =>
    withEmptyDatabase(async (url) => {
      await run(url);
      await appendFile(path.join(directory, foundation, "migration.sql"), "\n-- afterthought\n");
      await expect(run(url)).rejects.toThrow(`${foundation} was edited`);
    }));

  it("refuses a database that a newer version migrated", () =>
    withEmptyDatabase(async (url) => {
      await addMigration("29990101000000_future", "CREATE TABLE future ()");
      await run(url);
      await rm(path.join(directory, "29990101000000_future"), { recursive: true });
      await expect(run(url)).rejects.toThrow("29990101000000_future of a newer Mien");
    }));

  it("rolls a failing file back whole and goes on with the next try", () =>
    withEmptyDatabase(async (url) => {
      await addMigration("29990101000000_broken", "CREATE TABLE half (); SELECT 1 / 0;");
      await expect(run(url)).rejects.toThrow(MigrationError);
      expect(await query(url, tablesNamed("half"))).toEqual([]);
      await writeFile(path.join(directory, "29990101000000_broken", "migration.sql"), "CREATE TABLE half ();");
      expect(await run(url)).toEqual(["29990101000000_broken"]);
    }));

  it("takes function bodies with semicolons as they are", () =>
    withEmptyDatabase(async (url) => {
      const body = "CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END; $$;";
      await addMigration("29990101000000_function", body);
      await run(url);
      expect(await query(url, "SELECT two()")).toEqual([{ two: 2 }]);
    }));

  it("lets exactly one of five programs that start at once apply", () =>
    withEmptyDatabase(async (url) => {
      const applied = await Promise.all(Array.from({ length: 5 }, () => run(url)));
      expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
    }));
});
