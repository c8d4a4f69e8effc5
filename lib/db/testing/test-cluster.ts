import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readOrCreateSecret } from "@/lib/config/secrets";
import { applicationRole } from "@/lib/db/embedded/application-role";
import { asSuperuser, endpointOf } from "@/lib/db/embedded/connection";
import { layoutOf, socketPort } from "@/lib/db/embedded/layout";
import { startEmbeddedPostgres } from "@/lib/db/embedded/supervisor";
import { quietLog } from "./quiet-log";

export interface TestCluster {
  /** Login of a role that may create databases. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A cluster that somebody else runs; only the databases made in it are removed again. */
export function externalCluster(url: string): TestCluster {
  return { url, stop: async () => undefined };
}

/** An embedded cluster in a temporary folder, with the settings of the product. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "mien-db-"));
  const postgres = await startEmbeddedPostgres({ dataDir, log: quietLog });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  const layout = layoutOf(dataDir);
  const port = Number(new URL(postgres.url).port) || socketPort;
  const endpoint = endpointOf(layout, port, readOrCreateSecret(layout.password));
  await asSuperuser(endpoint, (client) => client.query(`ALTER ROLE ${applicationRole} CREATEDB`));
  return { url: postgres.url, stop };
}
