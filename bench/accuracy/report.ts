import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { tableHead, tableRow } from "@/bench/markdown-table";

/** One line of a section: what was measured, and the result with its uncertainty, for people. */
export interface Figure {
  readonly measure: string;
  readonly result: string;
}

/**
 * Writes a section's figures as `<folder>/<section>.md` and `.json` and returns the Markdown table. Where the file of the
 * run before has another result, a third column shows it.
 */
export async function reportSection(section: string, figures: readonly Figure[], folder: string): Promise<string> {
  const file = path.join(folder, `${section}.json`);
  const before = new Map((await readLastRun(file)).map(({ measure, result }) => [measure, result]));
  const changes = figures.map(({ measure, result }) =>
    before.get(measure) === result ? "" : (before.get(measure) ?? ""),
  );
  const isChanged = changes.some((change) => change !== "");
  const lines = figures.map(({ measure, result }, i) => [measure, result, ...(isChanged ? [changes[i] ?? ""] : [])]);
  const head = ["measure", "result", ...(isChanged ? ["last run"] : [])];
  const table = `${[tableHead(head), ...lines.map(tableRow)].join("\n")}\n`;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${section}.md`), table);
  await writeFile(file, `${JSON.stringify({ measuredAt: new Date().toISOString(), figures }, null, 2)}\n`);
  return table;
}

/** The same figures as those of somebody else. */
export function prefixFigures(name: string, figures: readonly Figure[]): Figure[] {
  return figures.map(({ measure, result }) => ({ measure: `${name}: ${measure}`, result }));
}

async function readLastRun(file: string): Promise<readonly Figure[]> {
  try {
    return (JSON.parse(await readFile(file, "utf8")) as { figures: Figure[] }).figures;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
