import path from "node:path";

/** Where the embedded database lives below `DATA_DIR`. */
export interface Layout {
  /** PostgreSQL's own data directory, mode 0700, owned by the user that runs the database. */
  readonly data: string;
  /** Says which server process owns the database. */
  readonly lock: string;
  /** Says which command of the operator is at work; one at a time. */
  readonly commandLock: string;
  readonly log: string;
  readonly password: string;
  /** Whether clients connect through a socket inside `data`; otherwise through 127.0.0.1. */
  readonly usesSocket: boolean;
}

export const socketPort = 5432;

// Size of sun_path without its terminating zero, in bytes.
const socketPathMax = process.platform === "darwin" ? 103 : 107;

export function layoutOf(dataDir: string): Layout {
  const root = path.resolve(/* turbopackIgnore: true */ dataDir);
  const data = path.join(root, "postgres");
  const socket = path.join(data, `.s.PGSQL.${socketPort}`);
  return {
    data,
    lock: path.join(root, "postgres.lock"),
    commandLock: path.join(root, "admin.lock"),
    log: path.join(root, "postgres.log"),
    password: path.join(root, "secrets", "database-password"),
    usesSocket: process.platform !== "win32" && Buffer.byteLength(socket) <= socketPathMax,
  };
}
