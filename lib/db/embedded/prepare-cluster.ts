import path from "node:path";
import { readOrCreateSecret } from "@/lib/config/secrets";
import type { DatabaseLog } from "@/lib/db/database-log";
import { findPlatformPackage } from "./binaries";
import { checkDataDirectory, isInitialised, openParent } from "./data-directory";
import { chooseDatabaseUser } from "./database-user";
import { hydrateLinks } from "./hydrate-links";
import { initialise } from "./initialise";
import type { Layout } from "./layout";
import type { ObtainOptions } from "./obtain-postmaster";
import { reachableNative } from "./reachable";

/** PostgreSQL's major version in the pinned platform package; its data directories open in no other. */
const majorVersion = 18;

/** Everything that must be true before the server process can start; makes the cluster at the first run. */
export async function prepareCluster(layout: Layout, log: DatabaseLog): Promise<ObtainOptions> {
  const user = chooseDatabaseUser(layout.data);
  openParent(path.dirname(layout.data), user);
  const packageDirectory = findPlatformPackage();
  await hydrateLinks(packageDirectory);
  const native = await reachableNative(packageDirectory, user);
  const password = readOrCreateSecret(layout.password);
  if (!isInitialised(layout.data)) {
    initialise({ directory: layout.data, native, user, password });
    log.info({ directory: layout.data }, "embedded database created");
  }
  checkDataDirectory(layout.data, user, majorVersion);
  return { layout, native, user, password };
}
