import type { Period } from "@/lib/client/statistics";

/** The greatest of some values and where it stands; 0 at the beginning without any. */
export function maximumOf(values: readonly (number | null)[]): { readonly value: number; readonly index: number } {
  return values.reduce<{ value: number; index: number }>(
    (most, value, index) => (value !== null && value > most.value ? { value, index } : most),
    { value: 0, index: 0 },
  );
}

/** What stands below the two ends of a chart. */
export function endsOf(periods: readonly Period[], timeOf: (at: string) => string): readonly [string, string] {
  const [first, last] = [periods.at(0), periods.at(-1)];
  return [first === undefined ? "" : timeOf(first.at), last === undefined ? "" : timeOf(last.at)];
}
