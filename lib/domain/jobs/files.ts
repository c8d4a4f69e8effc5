import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { config } from "@/lib/config/env";
import type { ImportFiles } from "./open-import";

const fileName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(zip|csv)$/;

const folder = () => path.join(/* turbopackIgnore: true */ config().dataDir, "jobs");

/** Where the files of an import lie while it waits and runs. */
export function importFilesOf(id: string): ImportFiles {
  const base = path.join(/* turbopackIgnore: true */ folder(), id);
  return { zip: `${base}.zip`, table: `${base}.csv` };
}

/** Nobody but the server's user sees into the folder: what lies in it are pictures of people. */
export async function prepareFolder(): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 });
}

export const hasFiles = (id: string): boolean => existsSync(/* turbopackIgnore: true */ importFilesOf(id).zip);

export async function removeFiles(id: string): Promise<void> {
  const { zip, table } = importFilesOf(id);
  await Promise.all([rm(zip, { force: true }), rm(table, { force: true })]);
}

/** Ids of imports that have files here which nobody wrote to since then. */
export async function findIdsOfOldFiles(before: Date): Promise<string[]> {
  const names = await readdir(/* turbopackIgnore: true */ folder()).catch(() => []);
  const ages = names.map(async (name) => {
    const found = await stat(path.join(/* turbopackIgnore: true */ folder(), name)).catch(() => null);
    return found !== null && found.mtime <= before && fileName.test(name) ? path.parse(name).name : null;
  });
  const ids = (await Promise.all(ages)).filter((id) => id !== null);
  return [...new Set(ids)];
}
