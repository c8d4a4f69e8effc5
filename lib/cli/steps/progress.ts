const secondsSince = (startMs: number) => `${((performance.now() - startMs) / 1000).toFixed(1)} s`;

/** Writes one line to the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Runs one step and says on the terminal what it was, how it ended and how long it took; text that it returns is put
 * beside its title. Rethrows what it throws.
 */
export async function runStep(title: string, step: () => unknown): Promise<void> {
  const startMs = performance.now();
  try {
    const remark = await step();
    say(`✓ ${title}${typeof remark === "string" ? ` (${remark})` : ""} … ${secondsSince(startMs)}`);
  } catch (error) {
    say(`✗ ${title} … ${secondsSince(startMs)}`);
    throw error;
  }
}
