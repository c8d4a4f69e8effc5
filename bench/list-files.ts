import { readdirSync } from "node:fs";
import path from "node:path";

/** Paths of all that lies in a folder, in the order of the names. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => path.join(folder, name));
}
