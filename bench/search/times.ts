/**
 * Runs the works by turns, `rounds` times each, so that whatever else the machine does hits all alike.
 *
 * @returns for each the times in ms
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
  return times;
}

const warmUps = 5;
