import { say } from "@/lib/cli/steps/progress";
import { CommandError } from "@/lib/cli/steps/run-command";
import { addTallies, type Tally } from "./tally";

export interface Check {
  readonly title: string;
  /** Throws when the check fails. A check that consists of many tests returns their tally instead. */
  run(): Promise<Tally | undefined>;
}

function explain(error: unknown): void {
  if (error instanceof CommandError) say(error.output.trimEnd());
  say(error instanceof Error ? error.message : String(error));
}

async function runCheck({ run }: Check): Promise<Tally> {
  try {
    return (await run()) ?? { passed: 1, failed: 0 };
  } catch (error) {
    explain(error);
    return { passed: 0, failed: 1 };
  }
}

/** Runs the checks one after another, also behind a failed one, and says what each was, how long it took and its verdict. */
export async function runChecks(checks: readonly Check[]): Promise<Tally> {
  let total: Tally = { passed: 0, failed: 0 };
  for (const check of checks) {
    say(`\n── ${check.title}`);
    const startMs = performance.now();
    const tally = await runCheck(check);
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    say(
      `${tally.failed === 0 ? "✓" : "✗"} ${check.title}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`,
    );
    total = addTallies(total, tally);
  }
  return total;
}
