import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { programIn } from "./binaries";
import type { DatabaseUser } from "./database-user";
import { EmbeddedPostgresError } from "./embedded-postgres-error";

// Root's cache, so that no other user can put a program there that we would start.
const systemCache = "/var/cache/mien";

/** Whether the user may enter the directory, as its owner or through all of its parents. */
export function canEnter(user: DatabaseUser, directory: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', directory], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
}

function canRun(user: DatabaseUser, nativeDirectory: string): boolean {
  const run = spawnSync(programIn(nativeDirectory, "postgres"), ["--version"], { ...user, cwd: "/", stdio: "ignore" });
  return run.status === 0;
}

async function versionOf(packageDirectory: string): Promise<string> {
  const manifest = JSON.parse(
    await readFile(path.join(/* turbopackIgnore: true */ packageDirectory, "package.json"), "utf8"),
  );
  return z.object({ version: z.string() }).parse(manifest).version;
}

async function copyNative(packageDirectory: string, cacheRoot: string): Promise<string> {
  const target = path.join(/* turbopackIgnore: true */ cacheRoot, `postgres-${await versionOf(packageDirectory)}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  await mkdir(cacheRoot, { recursive: true, mode: 0o755 });
  await cp(path.join(packageDirectory, "native"), draft, { recursive: true, verbatimSymlinks: true });
  // Lost against another start at the same time: its copy is the same.
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
}

/**
 * Folder with PostgreSQL's programs that the database user may run: the installed one, or a copy of it when Mien is
 * installed below a directory that is closed to that user, such as root's home.
 *
 * @throws EmbeddedPostgresError when neither runs
 */
export async function reachableNative(
  packageDirectory: string,
  user: DatabaseUser | null,
  cacheRoot: string = systemCache,
): Promise<string> {
  const installed = path.join(packageDirectory, "native");
  if (user === null || canRun(user, installed)) return installed;
  const copy = await copyNative(packageDirectory, cacheRoot).catch(() => null);
  if (copy !== null && canRun(user, copy)) return copy;
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root, and user ${user.uid} can run it neither from ${packageDirectory} nor from ${cacheRoot}: install Mien in a directory that everybody may enter, start it as an ordinary user, or set DATABASE_URL.`,
  );
}
