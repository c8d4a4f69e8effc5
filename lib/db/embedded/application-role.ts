import pg from "pg";
import { asSuperuser, type Endpoint } from "./connection";
import { EmbeddedPostgresError } from "./embedded-postgres-error";

/** Role and database of the server. Not a superuser, so that a fault of ours cannot read files or run programs. */
export const applicationRole = "mien";

async function exists(client: pg.Client, question: string): Promise<boolean> {
  return (await client.query(question, [applicationRole])).rowCount !== 0;
}

/**
 * Makes the server's role and database where they are missing.
 *
 * @throws EmbeddedPostgresError when a committed transaction would not survive a power cut
 */
export async function ensureApplicationDatabase(endpoint: Endpoint): Promise<void> {
  await asSuperuser(endpoint, async (client) => {
    const { rows } = await client.query<{ fsync: string }>("SHOW fsync");
    if (rows[0]?.fsync !== "on")
      throw new EmbeddedPostgresError("The embedded database runs with fsync off: remove that setting.");
    const role = pg.escapeIdentifier(applicationRole);
    if (!(await exists(client, "SELECT 1 FROM pg_roles WHERE rolname = $1"))) {
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(endpoint.password)}`);
    }
    if (!(await exists(client, "SELECT 1 FROM pg_database WHERE datname = $1"))) {
      await client.query(`CREATE DATABASE ${role} OWNER ${role}`);
    }
  });
}
