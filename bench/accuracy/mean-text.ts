import { meanOf, standardErrorOf } from "@/bench/mean";

/** Mean of some numbers with its standard error, for people. */
export function meanText(values: readonly number[], unit: string): string {
  const error = standardErrorOf(values).toFixed(2);
  return `${meanOf(values).toFixed(2)}${unit} ± ${error} (standard error, ${values.length})`;
}
