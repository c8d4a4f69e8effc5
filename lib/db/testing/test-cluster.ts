import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { readOrCreateSecret } from "@/lib/config/secrets";
import { applicationRole } from "@/lib/db/embedded/application-role";
import { asSuperuser, endpointOf } from "@/lib/db/embedded/connection";
import { layoutOf, socketPort } from "@/lib/db/embedded/layout";
import { isRunning } from "@/lib/db/embedded/process-table";
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

/** Without a last checkpoint, since nobody wants the data any more. */
function endAtOnce(pid: number | null, dataDir: string): void {
  if (pid !== null && isRunning(pid)) process.kill(pid, "SIGQUIT");
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** An embedded cluster in a temporary folder, with the settings of the product. */
export async function startTestCluster(): Promise<TestCluster> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "mien-db-"));
  const postgres = await startEmbeddedPostgres({ dataDir, log: quietLog });
  const end = () => endAtOnce(postgres.pid(), dataDir);
  // A run that is told to stop does not come to its end.
  process.once("exit", end);
  const stop = async () => {
    await postgres.stop();
    process.off("exit", end);
    await rm(dataDir, { recursive: true, force: true });
  };
  const layout = layoutOf(dataDir);
  const port = Number(new URL(postgres.url).port) || socketPort;
  const endpoint = endpointOf(layout, port, readOrCreateSecret(layout.password));
  await asSuperuser(endpoint, (client) => client.query(`ALTER ROLE ${applicationRole} CREATEDB`));
  return { url: postgres.url, stop };
}
