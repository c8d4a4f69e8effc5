const secondsSince = (startMs: number) => `${((performance.now() - startMs) / 1000).toFixed(1)} s`;

/** Writes one line to the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What a finished step wants said beside its title, if anything. */
type Remark = string | undefined;

/** Runs one step and says on the terminal what it was, how it ended and how long it took. Rethrows what it throws. */
export async function runStep(title: string, step: () => Promise<Remark> | Remark): Promise<void> {
  const startMs = performance.now();
  try {
    const remark = await step();
    say(`✓ ${title}${remark === undefined ? "" : ` (${remark})`} … ${secondsSince(startMs)}`);
  } catch (error) {
    say(`✗ ${title} … ${secondsSince(startMs)}`);
    throw error;
  }
}
