/** How many tests a check ran and how they ended. Skipped ones count as neither. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const addTallies = (a: Tally, b: Tally): Tally => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });
