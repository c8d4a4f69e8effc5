import { existsSync } from "node:fs";
import path from "node:path";

/** The folder, or the nearest one above it that exists: on the same file system, if the folder is made there. */
export function existingParent(folder: string): string {
  return existsSync(/* turbopackIgnore: true */ folder) ? folder : existingParent(path.dirname(folder));
}
