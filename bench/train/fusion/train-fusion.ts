import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { openSessions } from "@/bench/train/open-sessions";
import { readPhoto } from "@/bench/train/read-photo";
import { seededOrder } from "@/bench/train/seeded-order";
import { defaultSearchSideMax } from "@/inference/detect/detect-faces";
import { createSearch, type Place } from "@/inference/detect/detected-face";
import { examineGlance, glanceAt } from "@/inference/detect/glance";
import { examinePlaces } from "@/inference/detect/search-scales";
import { createPyramid } from "@/inference/image/pyramid";
import { fitMany, type Sample } from "./fit-many";
import { type Content, labelPlace } from "./label-place";
import { openTeacher } from "./teacher";

/**
 * Fits `inference/detect/fusion-weights.json`:
 * `node --import tsx bench/train/fusion/train-fusion.ts --data <labelled photos> --teacher <SCRFD file> [--out <file>]`.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    teacher: { type: "string", default: "../shared/models/scrfd_2.5g_bnkps.onnx" },
    models: { type: "string", default: "data/models" },
    out: { type: "string", default: "inference/detect/fusion-weights.json" },
  },
});

interface Collection {
  readonly files: readonly string[];
  readonly content: Content;
  readonly weight: number;
}

const list = (folder: string) =>
  readdirSync(path.join(values.data, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(jpe?g|png)$/i.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
const some = (folder: string) => seededOrder(list(folder), 1).slice(0, 150);
const collections: readonly Collection[] = [
  { files: groupPhotos(), content: "taught", weight: 1 },
  { files: list("nonface"), content: "nobody", weight: 1 },
  { files: some("lfw/images"), content: "portrait", weight: 0.3 },
  { files: list("masked/images"), content: "portrait", weight: 0.5 },
  { files: some("utkface/images"), content: "portrait", weight: 0.3 },
];

const sessions = await openSessions(values.models);
const teacher = await openTeacher(values.teacher);
const samples: Record<"glance" | "search", Sample[]> = { glance: [], search: [] };
for (const { files, content, weight } of collections) {
  for (const file of files) {
    const photo = await readPhoto(file);
    const search = createSearch(createPyramid(photo), sessions);
    const glance = await glanceAt(search);
    const taught = content === "nobody" ? [] : await teacher(photo);
    const glanced: Place[] = [];
    for (const candidate of glance) glanced.push(await examineGlance(search, candidate));
    const places = { search: await examinePlaces(search, glance, defaultSearchSideMax), glance: glanced };
    for (const stage of ["glance", "search"] as const) {
      for (const { box, features } of places[stage]) {
        const isFace = labelPlace(box, content, taught, photo);
        if (isFace !== undefined) samples[stage].push({ features, isFace, weight });
      }
    }
  }
  process.stderr.write(`${content}: ${files.length} photos read, ${samples.search.length} places so far\n`);
}
const weights = {
  version: "fusion-1",
  recipe: `Logistic regressions on ${samples.search.length} places (search) and ${samples.glance.length} (glance). Made by bench/train/fusion.`,
  search: fitMany(samples.search),
  glance: fitMany(samples.glance),
};
writeFileSync(values.out, `${JSON.stringify(weights, undefined, 2)}\n`);
process.stdout.write(`${JSON.stringify(weights)}\n`);

function groupPhotos(): string[] {
  const [, ...lines] = readFileSync(path.join(values.data, "group_counts.csv"), "utf8").trim().split("\n");
  return lines.map((line) => path.join(values.data, "group", line.split(",")[0] ?? ""));
}
