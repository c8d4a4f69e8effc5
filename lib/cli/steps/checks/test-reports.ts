import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { CommandError, type CommandOptions, runNode } from "@/lib/cli/steps/run-command";
import type { Tally } from "./tally";

const vitestReport = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number(), success: z.boolean() })
  .transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }));

const playwrightReport = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }) })
  .transform(({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }));

/** Runs all vitest projects and returns their tally. */
export function runVitest(): Promise<Tally> {
  return withReport(vitestReport, (file) =>
    runTests("node_modules/vitest/vitest.mjs", [
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${file}`,
    ]),
  );
}

/** Runs all Playwright specs and returns their tally. */
export function runPlaywright(env: NonNullable<CommandOptions["env"]>): Promise<Tally> {
  return withReport(playwrightReport, (file) =>
    runTests("node_modules/@playwright/test/cli.js", ["test", "--reporter=list,json"], {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    }),
  );
}

/** Whether the runner itself succeeded; failed tests make it fail, but so does a crash outside of any test. */
async function runTests(script: string, args: string[], env: CommandOptions["env"] = {}): Promise<boolean> {
  try {
    await runNode(script, args, { env, showOutput: true });
    return true;
  } catch (error) {
    if (error instanceof CommandError) return false;
    throw error;
  }
}

async function withReport(schema: z.ZodType<Tally>, run: (file: string) => Promise<boolean>): Promise<Tally> {
  const folder = await mkdtemp(path.join(tmpdir(), "mien-report-"));
  try {
    const file = path.join(folder, "report.json");
    const succeeded = await run(file);
    const tally = schema.parse(JSON.parse(await readFile(file, "utf8")));
    return succeeded || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
