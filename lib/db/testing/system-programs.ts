import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const debianRoot = "/usr/lib/postgresql";

/** Folder of the newest PostgreSQL that the operating system has installed, as Debian lays it out, or null. */
export function findSystemPrograms(): string | null {
  if (!existsSync(debianRoot)) return null;
  const versions = readdirSync(debianRoot).sort((one, other) => Number(other) - Number(one));
  const folders = versions.map((version) => path.join(debianRoot, version, "bin"));
  return folders.find((folder) => existsSync(path.join(folder, "initdb"))) ?? null;
}
