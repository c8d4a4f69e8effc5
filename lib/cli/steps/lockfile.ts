import { readFile } from "node:fs/promises";
import path from "node:path";
import { projectRoot } from "./project-root";

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** What is wrong with package-lock.json, one sentence each; empty when `npm ci` works on every platform. */
export async function lockfileProblems(): Promise<string[]> {
  const text = await readFile(path.join(projectRoot, "package-lock.json"), "utf8");
  const packages: LockedPackages = JSON.parse(text).packages;
  return [...missingPlatforms(packages), ...Object.entries(packages).flatMap(untrustedSource)];
}

/** npm leaves out platform packages that the registry did not have when it wrote the lockfile, and npm 11 then refuses it. */
function missingPlatforms(packages: LockedPackages): string[] {
  const names = new Set(Object.keys(packages).map((folder) => folder.slice(folder.lastIndexOf("node_modules/") + 13)));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  return [...new Set(wanted)].filter((name) => !names.has(name)).map((name) => `${name} is missing`);
}

function untrustedSource([folder, entry]: [string, LockedPackage]): string[] {
  if (folder === "") return [];
  const problems: string[] = [];
  if (entry.integrity === undefined) problems.push(`${folder} has no integrity hash`);
  // .npmrc leaves the registry's own addresses out, so that any registry will do; what is left points elsewhere.
  if (entry.resolved !== undefined) problems.push(`${folder} does not come from the npm registry`);
  return problems;
}
