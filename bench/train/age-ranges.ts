/**
 * Measures how far estimated ages are off: `node --import tsx bench/train/age-ranges.ts <data> <models>`, on
 * `utkface/train.csv`. Writes inference/faces/age-ranges.json: per estimated age the offsets between which the true age
 * lay for 80 % of the faces, every decade of true age counting the same.
 */
import { writeFileSync } from "node:fs";
import { calibrateAge } from "@/inference/faces/age";
import { openSessions } from "./open-sessions";
import { readLabelledFaces } from "./people-photos";

const probability = 0.8;
/** Estimates that share a row; narrow where errors grow fast. */
const edges = [0, 2, 5, 10, 16, 22, 28, 34, 40, 47, 55, 65, 75, 120];

const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const faces = await readLabelledFaces(data, "train", await openSessions(models));
const errors = faces.map(({ age, looks }) => {
  const raw = looks.reduce((sum, look) => sum + (look.age?.[0] ?? Number.NaN), 0) / looks.length;
  const years = calibrateAge(raw);
  return { years, offset: age - years, decade: Math.floor(Math.min(age, 99) / 10) };
});
const perDecade = new Map<number, number>();
for (const { decade } of errors) perDecade.set(decade, (perDecade.get(decade) ?? 0) + 1);
const weightOf = ({ decade }: (typeof errors)[number]) => 1 / (perDecade.get(decade) ?? 1);
const rows = edges.slice(1).map((end, i) => {
  const bin = errors.filter(({ years }) => years >= (edges[i] ?? 0) && years < end);
  const sorted = bin.toSorted((a, b) => a.offset - b.offset);
  const total = bin.reduce((sum, error) => sum + weightOf(error), 0);
  const at = (share: number) => {
    let sum = 0;
    const found = sorted.find((error) => {
      sum += weightOf(error);
      return sum >= share * total;
    });
    return Number((found?.offset ?? Number.NaN).toFixed(1));
  };
  const years = Number((bin.reduce((sum, error) => sum + error.years, 0) / bin.length).toFixed(1));
  return { years, lowOffset: at((1 - probability) / 2), highOffset: at((1 + probability) / 2) };
});
const recipe = `Quantiles of true minus estimated age, balanced over decades, on ${faces.length} UTKFace photos. Made by bench/train/age-ranges.ts.`;
const lines = rows.map(
  (row) =>
    `    ${JSON.stringify(row).replaceAll(":", ": ").replaceAll(",", ", ").replace("{", "{ ").replace("}", " }")}`,
);
writeFileSync(
  "inference/faces/age-ranges.json",
  `{\n  "version": "age-1",\n  "recipe": ${JSON.stringify(recipe)},\n  "probability": ${probability},\n  "rows": [\n${lines.join(",\n")}\n  ]\n}\n`,
);
