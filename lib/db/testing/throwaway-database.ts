import { randomBytes } from "node:crypto";
import pg from "pg";

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/**
 * Creates a database under a name that no other test has.
 *
 * @param url of a role that may create databases
 * @param template database to copy, to which nobody may be connected
 * @returns its connection string
 */
export async function createDatabase(url: string, template = "template0"): Promise<string> {
  const name = `mien_test_${randomBytes(8).toString("hex")}`;
  await run(url, `CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template)}`);
  return withDatabase(url, name);
}

/**
 * Removes a database that `createDatabase` made, whoever is still connected to it. `WITH (FORCE)` would fail while
 * PostgreSQL's own vacuum works there, which only a superuser may end; the plain statement ends that one by itself.
 */
export async function dropDatabase(url: string, databaseUrl: string): Promise<void> {
  const name = nameOf(databaseUrl);
  const ownConnections = `datname = '${name}' AND usename = current_user`;
  await run(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${ownConnections}`);
  await run(url, `DROP DATABASE IF EXISTS ${name}`);
}

/** Name of the database in a connection string. */
export function nameOf(databaseUrl: string): string {
  return new URL(databaseUrl).pathname.slice(1);
}
