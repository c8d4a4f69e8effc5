import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { emptyEnvironment } from "@/lib/db/embedded/binaries";
import { chooseDatabaseUser } from "@/lib/db/embedded/database-user";
import { findFreePort } from "@/lib/db/embedded/free-port";
import { waitUntil } from "@/lib/db/embedded/wait";

export interface ExternalServer {
  readonly url: string;
  /** As the server names it. */
  readonly version: string;
  stop(): Promise<void>;
}

async function askVersion(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<{ server_version: string }>("SHOW server_version")).rows[0]?.server_version ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function createCluster(programs: string, root: string, password: string) {
  const data = path.join(root, "data");
  const passwordFile = path.join(root, "password");
  const user = chooseDatabaseUser(data);
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  chmodSync(root, 0o711);
  if (user !== null) for (const file of [data, passwordFile]) chownSync(file, user.uid, user.gid);
  const login = ["-U", "tester", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const options = ["-D", data, ...login, "--encoding=UTF8", "--locale=C.UTF-8"];
  execFileSync(path.join(programs, "initdb"), options, { ...user, cwd: data, env: emptyEnvironment, stdio: "pipe" });
  return { data, user };
}

/** Runs a server from `programs` in the way of somebody else's: reached over TCP with a password, known only by its URL. */
export async function startExternalServer(programs: string): Promise<ExternalServer> {
  const root = mkdtempSync(path.join(tmpdir(), "mien-external-"));
  const password = randomBytes(16).toString("hex");
  const { data, user } = createCluster(programs, root, password);
  const port = await findFreePort();
  const network = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", `port=${port}`];
  const child = spawn(path.join(programs, "postgres"), ["-D", data, ...network], {
    ...user,
    cwd: data,
    env: emptyEnvironment,
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGINT");
    await ended;
    rmSync(root, { recursive: true, force: true });
  };
  const url = `postgresql://tester:${password}@127.0.0.1:${port}/postgres`;
  let version: string | null = null;
  const hasVersion = async () => {
    version = await askVersion(url);
    return version !== null;
  };
  await waitUntil(hasVersion, { timeoutMs: 120_000, everyMs: 50 });
  if (version !== null) return { url, version, stop };
  await stop();
  throw new Error(`the PostgreSQL of ${programs} does not start`);
}
