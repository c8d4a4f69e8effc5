import path from "node:path";
import { build, stop } from "esbuild";
import { projectRoot } from "./project-root";
import { externalPackages } from "./runtime-packages.mjs";

/** Programs that run beside Next's server and that its bundler must not see. */
const entries = {
  worker: "inference/pipeline/worker.ts",
  "search-worker": "lib/search/worker.ts",
  admin: "lib/cli/admin.ts",
  "parent-watch": "lib/cli/steps/parent-watch.ts",
};

// Bundled CommonJS packages call require() for Node's own modules, which an ES module does not have.
const requireBanner =
  'import { createRequire as mienCreateRequire } from "node:module"; const require = mienCreateRequire(import.meta.url);';

/** Compiles the entries to plain JavaScript in `dist/`, with everything inside but the external packages. */
export async function bundleEntries(): Promise<void> {
  await build({
    absWorkingDir: projectRoot,
    entryPoints: Object.entries(entries).map(([out, file]) => ({ in: file, out })),
    outdir: path.join(projectRoot, "dist"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: [...externalPackages],
    banner: { js: requireBanner },
    legalComments: "linked",
    logLevel: "warning",
  });
  await stop();
}
