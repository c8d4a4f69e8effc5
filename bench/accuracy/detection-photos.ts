import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { readCsv } from "@/bench/read-csv";
import type { Rect } from "@/inference/detect/candidate";

/** Photos of `group/` with how many faces they show. */
export async function readCounts(dataDir: string): Promise<[file: string, count: number][]> {
  const rows = await readCsv(path.join(dataDir, "group_counts.csv"));
  return rows.map(([name = "", count]) => [name, Number(count)]);
}

/** Labelled boxes of some photos of `group/`, from the JSON files beside them: x, y, width, height. */
export async function readBoxes(dataDir: string): Promise<Map<string, Rect[]>> {
  const folder = path.join(dataDir, "group");
  const boxes = new Map<string, Rect[]>();
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith(".json"))) {
    const labels = JSON.parse(await readFile(path.join(folder, name), "utf8")) as Record<
      string,
      [number, number, number, number][]
    >;
    for (const [file, list] of Object.entries(labels)) {
      boxes.set(
        file,
        list.map(([x, y, width, height]) => ({ xMin: x, yMin: y, xMax: x + width, yMax: y + height })),
      );
    }
  }
  return boxes;
}

/** All photos below a folder, in the order of their names. */
export async function listPhotos(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(jpe?g|png)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
}
