import { median } from "@/bench/percentile";
import type { Values } from "./reference";

/**
 * Largest absolute difference of any value, relative to the largest absolute value of the same output in any picture: a
 * probability near 0 in one picture says nothing about the size of errors.
 * Throws when an output is missing or has another length.
 */
export function largestDifference(expected: readonly Values[], actual: readonly Values[]): number {
  const names = Object.keys(expected[0] ?? {});
  // Math.max passes a NaN on, so that a value that is not a number can never look like agreement.
  return Math.max(...names.map((name) => differenceOf(name, expected, actual)));
}

function differenceOf(name: string, expected: readonly Values[], actual: readonly Values[]): number {
  let [difference, size] = [0, 0];
  expected.forEach((values, picture) => {
    const others = actual[picture]?.[name];
    const own = values[name];
    if (!own || others?.length !== own.length)
      throw new Error(`${name}: ${others?.length} values, not ${own?.length}.`);
    own.forEach((value, i) => {
      difference = Math.max(difference, Math.abs(value - (others[i] ?? Number.NaN)));
      size = Math.max(size, Math.abs(value));
    });
  });
  return difference / size;
}

/**
 * Median times of calls in milliseconds, over at least five rounds and two seconds, after one round to warm up. The calls
 * take turns, so that other load on the machine meets all of them.
 */
export async function medianTimesMs(runs: readonly (() => unknown)[]): Promise<number[]> {
  for (const run of runs) await run();
  const times = runs.map((): number[] => []);
  const startMs = performance.now();
  for (let round = 0; round < 5 || performance.now() - startMs < 2000; round += 1) {
    for (const [index, run] of runs.entries()) {
      const beforeMs = performance.now();
      await run();
      times[index]?.push(performance.now() - beforeMs);
    }
  }
  return times.map(median);
}
