import { hydrateLinks } from "@/lib/db/embedded/hydrate-links";
import { buildServer } from "./steps/build-server";
import { requireBrowser } from "./steps/checks/find-browser";
import { type Check, runChecks } from "./steps/checks/run-checks";
import { smokeStandalone } from "./steps/checks/smoke-standalone";
import { runPlaywright, runVitest } from "./steps/checks/test-reports";
import { generatePrismaClient } from "./steps/generate-prisma-client";
import { say } from "./steps/progress";
import { endRunningCommands, runNode } from "./steps/run-command";
import { onStopRequest } from "./steps/stop-request";

const script = (title: string, file: string, ...args: string[]): Check => ({
  title,
  run: async () => void (await runNode(file, args)),
});

const step = (title: string, run: () => Promise<unknown>): Check => ({ title, run: async () => void (await run()) });

const next = "node_modules/next/dist/bin/next";

const checks: readonly Check[] = [
  step("Database client", generatePrismaClient),
  step("Database binaries", hydrateLinks),
  script("Style and layers (biome)", "node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."),
  script("Types of the routes", next, "typegen"),
  script("Types (tsc)", "node_modules/typescript/bin/tsc", "--noEmit"),
  script("Unused code (knip)", "node_modules/knip/bin/knip.js"),
  { title: "Tests (vitest)", run: runVitest },
  script("Database tests on an external PostgreSQL", "--import", "tsx", "lib/db/testing/external.ts"),
  step("Build", buildServer),
  step("Standalone server outside of the project", smokeStandalone),
  { title: "End to end (Playwright)", run: async () => runPlaywright({ CHROMIUM_PATH: await requireBrowser() }) },
];

onStopRequest(() => {
  endRunningCommands();
  process.exit(1);
});

const { passed, failed } = await runChecks(checks);
process.exitCode = failed === 0 ? 0 : 1;
say(`\n${passed} passed, ${failed} failed`);
