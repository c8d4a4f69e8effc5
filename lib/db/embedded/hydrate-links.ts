import { lstat, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { findPlatformPackage } from "./binaries";

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

async function readLinkList(packageDirectory: string): Promise<z.infer<typeof linkList>> {
  try {
    return linkList.parse(JSON.parse(await readFile(path.join(packageDirectory, "native/pg-symlinks.json"), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function linkUnlessThere(source: string, target: string): Promise<boolean> {
  // Asked first, since an installation that is complete may also be read-only.
  if (await lstat(target).catch(() => null)) return false;
  try {
    await symlink(path.relative(path.dirname(target), source), target);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Makes the library links that an npm package cannot contain and without which `initdb` does not load.
 * Does what the package's install script would do, since we run none; may be called any number of times.
 *
 * @returns how many links were missing
 */
export async function hydrateLinks(packageDirectory: string = findPlatformPackage()): Promise<number> {
  const links = await readLinkList(packageDirectory);
  const made = await Promise.all(
    links.map(({ source, target }) =>
      linkUnlessThere(path.join(packageDirectory, source), path.join(packageDirectory, target)),
    ),
  );
  return made.filter(Boolean).length;
}
