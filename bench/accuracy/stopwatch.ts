import { median } from "@/bench/percentile";

/** Collects how much processor time something takes and says the median: what other programs do hardly shows in it. */
export function createStopwatch() {
  const times: number[] = [];
  return {
    time: async <T>(run: () => Promise<T>): Promise<T> => {
      const start = process.cpuUsage();
      const result = await run();
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
      return result;
    },
    medianMs: () => median(times),
    text: () => medianText(times),
  };
}

export function medianText(timesMs: readonly number[]): string {
  return `${median(timesMs).toFixed(1)} ms median of ${timesMs.length}`;
}
