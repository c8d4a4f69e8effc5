import { readFileSync, statSync } from "node:fs";
import { EmbeddedPostgresError } from "./embedded-postgres-error";

/** Operating-system user that runs the database in place of root, which PostgreSQL refuses to run as. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const preferredNames = ["mien", "postgres", "nobody"];

function accounts(): { name: string; uid: number; gid: number }[] {
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  return lines.map((line) => {
    const [name = "", , uid, gid] = line.split(":");
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

function ownerOf(directory: string): number | null {
  try {
    return statSync(directory).uid;
  } catch {
    return null;
  }
}

/**
 * Who shall run the database: null means the user that runs this process, which is right unless that is root.
 * An existing data directory keeps its owner.
 *
 * @throws EmbeddedPostgresError when root finds no unprivileged account
 */
export function chooseDatabaseUser(dataDirectory: string): DatabaseUser | null {
  if (process.getuid?.() !== 0) return null;
  const known = accounts().filter(({ uid }) => uid > 0);
  const owner = ownerOf(dataDirectory);
  const user =
    known.find(({ uid }) => uid === owner) ??
    preferredNames.map((wanted) => known.find(({ name }) => name === wanted)).find((found) => found !== undefined);
  if (user !== undefined) return { uid: user.uid, gid: user.gid };
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root and there is no account named ${preferredNames.join(", ")}: create one, start Mien as an ordinary user, or set DATABASE_URL.`,
  );
}
