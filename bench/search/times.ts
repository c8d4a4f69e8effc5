/**
 * Runs the works by turns, `rounds` times each, so that whatever else the machine does hits all alike.
 *
 * @returns for each the times in ms, shortest first
 */
export function timesByTurns(rounds: number, works: readonly (() => unknown)[]): number[][] {
  const times: number[][] = works.map(() => []);
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      const startedAt = performance.now();
      work();
      if (round >= 0) times[index]?.push(performance.now() - startedAt);
    }
  }
  return times.map((list) => list.sort((one, other) => one - other));
}

const warmUps = 5;

/** @param share 0 to 1 of the sorted list that lies below */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
