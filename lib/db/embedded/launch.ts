import { type ChildProcess, spawn } from "node:child_process";
import { closeSync } from "node:fs";
import { emptyEnvironment, programIn } from "./binaries";
import { nameForPrograms } from "./data-directory";
import type { DatabaseUser } from "./database-user";
import { type Layout, socketPort } from "./layout";
import { openServerLog } from "./server-log";

export interface LaunchOptions {
  readonly layout: Layout;
  readonly native: string;
  readonly user: DatabaseUser | null;
  /** Used only without a socket. */
  readonly port: number;
}

// On the command line they win over whatever ALTER SYSTEM or an edited postgresql.conf says.
const durability = ["fsync=on", "full_page_writes=on", "synchronous_commit=on"];
const size = ["shared_buffers=32MB", "max_connections=60", "max_wal_size=256MB"];
// Only what the server itself has to say: statements hold personal data.
const logging = ["log_min_messages=log", "log_min_error_statement=panic", "log_checkpoints=off", "log_timezone=UTC"];

// The server works in its data directory, so "." puts the socket there whatever characters the path has.
function network({ layout, port }: LaunchOptions): string[] {
  const auth = ["password_encryption=scram-sha-256", "unix_socket_permissions=0700"];
  return layout.usesSocket
    ? [...auth, "listen_addresses=", "unix_socket_directories=.", `port=${socketPort}`]
    : [...auth, "listen_addresses=127.0.0.1", "unix_socket_directories=", `port=${port}`];
}

/** Starts PostgreSQL as a process that survives this one; the caller waits until it answers. */
export function launchPostmaster(options: LaunchOptions): ChildProcess {
  const { layout, native, user } = options;
  const directory = nameForPrograms(layout.data, user);
  const settings = [...network(options), ...durability, ...size, ...logging];
  const log = openServerLog(layout.log);
  // Its own process group: Ctrl-C must reach the server alone, which stops the database after its last request.
  const child = spawn(programIn(native, "postgres"), ["-D", directory, ...settings.flatMap((one) => ["-c", one])], {
    ...user,
    cwd: layout.data,
    env: emptyEnvironment,
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}
