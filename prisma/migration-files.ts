import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export interface MigrationFile {
  /** Name of its folder, which starts with a time stamp. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file's bytes in hexadecimal, as Prisma records it. */
  readonly checksum: string;
}

/** Reads `<directory>/<name>/migration.sql` of all migrations, oldest first. */
export async function readMigrationFiles(directory: string): Promise<MigrationFile[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const bytes = await readFile(path.join(directory, name, "migration.sql"));
      return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
    }),
  );
}
