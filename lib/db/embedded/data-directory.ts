import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type { DatabaseUser } from "./database-user";
import { EmbeddedPostgresError } from "./embedded-postgres-error";
import { canEnter } from "./reachable";

const versionFile = "PG_VERSION";

/** Whether `initdb` has completed here; it works in another folder that is renamed at the end. */
export function isInitialised(directory: string): boolean {
  return existsSync(path.join(directory, versionFile));
}

/** Lets the database user pass through `DATA_DIR` when it is not the user of this process. */
export function openParent(dataDir: string, user: DatabaseUser | null): void {
  const mode = statSync(dataDir).mode & 0o777;
  if (user !== null && (mode & 0o001) === 0) chmodSync(dataDir, mode | 0o011);
}

/**
 * An empty folder for `initdb`, owned by the database user, in place of what an interrupted attempt left.
 *
 * @throws EmbeddedPostgresError when `directory` holds files that are not ours
 */
export function makeDraft(directory: string, user: DatabaseUser | null): string {
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new EmbeddedPostgresError(`${directory} is not empty and holds no database: move its files away.`);
  }
  const draft = `${directory}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (user !== null) chownSync(draft, user.uid, user.gid);
  return draft;
}

export function publishDraft(draft: string, directory: string): void {
  rmSync(directory, { recursive: true, force: true });
  renameSync(draft, directory);
}

/**
 * Checks an existing data directory before anything touches it.
 *
 * @throws EmbeddedPostgresError when others could read it, another user owns it, or another major version wrote it
 */
export function checkDataDirectory(directory: string, user: DatabaseUser | null, major: number): void {
  const { mode, uid } = statSync(directory);
  const version = readFileSync(path.join(directory, versionFile), "utf8").trim();
  if (process.platform !== "win32" && (mode & 0o777) !== 0o700) {
    const found = (mode & 0o777).toString(8).padStart(4, "0");
    throw new EmbeddedPostgresError(`${directory} has mode ${found} but must be 0700: run chmod 700 ${directory}`);
  }
  const wanted = user?.uid ?? process.getuid?.();
  if (wanted !== undefined && uid !== wanted) {
    throw new EmbeddedPostgresError(
      `${directory} belongs to user ${uid}, not ${wanted}: start Mien as its owner or as root.`,
    );
  }
  if (Number(version) !== major) {
    throw new EmbeddedPostgresError(
      `${directory} was written by PostgreSQL ${version} and this is ${major}: start the Mien version that wrote it and export your data.`,
    );
  }
}

/**
 * How the database programs name their data directory. Below a folder that is closed to their user its path is of
 * no use to them, but the working directory, which is set before root's rights are given up, stays open.
 */
export function nameForPrograms(directory: string, user: DatabaseUser | null): string {
  return user === null || canEnter(user, directory) ? directory : "/proc/self/cwd";
}
