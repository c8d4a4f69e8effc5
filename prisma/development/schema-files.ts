import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SchemaFile } from "./schema-engine";

export const projectRoot = path.resolve(import.meta.dirname, "../..");
const directory = "prisma/schema";

/** The schema as it is in the working tree. */
export function readSchema(): SchemaFile[] {
  const names = readdirSync(path.join(projectRoot, directory)).sort();
  return names.map((name) => {
    const file = path.join(projectRoot, directory, name);
    return { path: file, content: readFileSync(file, "utf8") };
  });
}

/** The schema as a commit has it. */
export function readSchemaOf(commit: string): SchemaFile[] {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: projectRoot, encoding: "utf8" });
  const names = git("ls-tree", "--name-only", commit, `${directory}/`).trim().split("\n").filter(Boolean);
  return names.map((name) => ({ path: path.join(projectRoot, name), content: git("show", `${commit}:${name}`) }));
}
