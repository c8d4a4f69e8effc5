import { readFile } from "node:fs/promises";

/** Cells of every line but the first, which names the columns; no cell holds a comma. */
export async function readCsv(file: string): Promise<string[][]> {
  const [, ...lines] = (await readFile(file, "utf8")).trim().split("\n");
  return lines.map((line) => line.split(",").map((cell) => cell.trim()));
}
