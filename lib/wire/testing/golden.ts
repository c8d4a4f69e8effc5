import { readFile } from "node:fs/promises";

/** JSON on one line: blanks do not count, the order of the members does. */
export const compact = (text: string): string => JSON.stringify(JSON.parse(text));

/** A stored answer of a wire's contract, on one line. */
export const goldenOf = (wire: string) => async (name: string) =>
  compact(await readFile(`lib/wire/${wire}/contract/golden/${name}.response.json`, "utf8"));
