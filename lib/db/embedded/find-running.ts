import { readFile } from "node:fs/promises";
import { applicationRole } from "./application-role";
import { asSuperuser, connectionUrl, endpointOf } from "./connection";
import { layoutOf } from "./layout";
import { livingOwner } from "./owner-lock";
import { readPostmasterFile } from "./postmaster-file";

/** Whether a living process has taken the embedded database of `dataDir`, be it still starting. */
export function isEmbeddedPostgresTaken(dataDir: string): boolean {
  return livingOwner(layoutOf(dataDir).lock) !== null;
}

/** Whether a command of the operator runs the embedded database of `dataDir`, which it stops within seconds. */
export function isHeldByCommand(dataDir: string): boolean {
  const { lock, commandLock } = layoutOf(dataDir);
  const owner = livingOwner(lock);
  return owner !== null && owner === livingOwner(commandLock);
}

/** Connection string of the embedded database that another process runs, or null while it does not answer. */
export async function findRunningPostgres(dataDir: string): Promise<string | null> {
  const layout = layoutOf(dataDir);
  const file = readPostmasterFile(layout.data);
  if (file === null || !isEmbeddedPostgresTaken(dataDir)) return null;
  const endpoint = endpointOf(layout, file.port, (await readFile(layout.password, "utf8")).trim());
  try {
    const found = await asSuperuser(endpoint, (client) =>
      client.query("SELECT 1 FROM pg_database WHERE datname = $1", [applicationRole]),
    );
    return found.rowCount === 0 ? null : connectionUrl(endpoint, applicationRole, applicationRole);
  } catch {
    return null;
  }
}
