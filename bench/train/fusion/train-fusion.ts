import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { listPhotos, readCounts } from "@/bench/accuracy/detection-photos";
import { printLine } from "@/bench/print-line";
import { readPhoto } from "@/bench/read-photo";
import { openSessions } from "@/bench/train/open-sessions";
import { seededOrder } from "@/bench/train/seeded-order";
import { defaultSearchSideMax } from "@/inference/detect/detect-faces";
import { createSearch } from "@/inference/detect/detected-face";
import { examineGlance, glanceAt } from "@/inference/detect/glance";
import { examinePlaces } from "@/inference/detect/search-scales";
import { deservesSecondLook, lookAgain } from "@/inference/detect/second-look";
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

/** Log odds beyond which a place is not in doubt and teaches the second look nothing. */
const doubtMax = 4;
const list = (folder: string) => listPhotos(path.join(values.data, folder));
const some = async (folder: string, count: number) => seededOrder(await list(folder), 1).slice(0, count);
const groups = (await readCounts(values.data)).map(([name]) => path.join(values.data, "group", name));
const collections: readonly Collection[] = [
  { files: groups, content: "taught", weight: 1 },
  { files: await list("nonface"), content: "nobody", weight: 1 },
  { files: await some("lfw/images", 450), content: "portrait", weight: 0.3 },
  { files: await list("masked/images"), content: "portrait", weight: 0.5 },
  { files: await some("utkface/images", 150), content: "portrait", weight: 0.3 },
];

const sessions = await openSessions(values.models);
const teacher = await openTeacher(values.teacher);
const samples: { glance: Sample[]; search: Sample[]; secondLook: Sample[] } = {
  glance: [],
  search: [],
  secondLook: [],
};
/** Doubtful places are few, so their second looks are taken at all places that are large enough. */
const large: (Sample & { readonly again: number })[] = [];
for (const { files, content, weight } of collections) {
  for (const file of files) {
    const photo = await readPhoto(file);
    const search = createSearch(createPyramid(photo), sessions);
    const glance = await glanceAt(search);
    const taught = content === "nobody" ? [] : await teacher(photo);
    for (const candidate of glance) {
      const { box, features } = await examineGlance(search, candidate);
      const isFace = labelPlace(box, content, taught, photo);
      if (isFace !== undefined) samples.glance.push({ features, isFace, weight });
    }
    for (const place of await examinePlaces(search, glance, defaultSearchSideMax)) {
      const isFace = labelPlace(place.box, content, taught, photo);
      if (isFace === undefined) continue;
      const sample = { features: place.features, isFace, weight };
      samples.search.push(sample);
      if (deservesSecondLook(0.5, place, search.longSide))
        large.push({ ...sample, again: await lookAgain(search, place) });
    }
  }
  process.stderr.write(`${content}: ${files.length} photos read, ${samples.search.length} places so far\n`);
}
const search = fitMany(samples.search);
for (const { features, again, isFace, weight } of large) {
  const score = features.reduce((sum, feature, i) => sum + feature * (search.weights[i] ?? 0), search.bias);
  if (Math.abs(score) < doubtMax) samples.secondLook.push({ features: [score, again], isFace, weight });
}
const { glance: glances, secondLook } = samples;
const weights = {
  version: "fusion-1",
  recipe: `Logistic regressions on ${samples.search.length} places (search), ${glances.length} (glance) and ${secondLook.length} (secondLook). Made by bench/train/fusion.`,
  search,
  glance: fitMany(glances),
  secondLook: fitMany(secondLook),
};
writeFileSync(values.out, `${JSON.stringify(weights, undefined, 2)}\n`);
printLine(JSON.stringify(weights));
