/**
 * Fits the unified score: `node --import tsx bench/train/quality/train-unified.ts <data> <models> <cache>`, on every second
 * person of LFW, each photo once as it is and once made worse. A photo's target is how likely it passes, at the border of
 * one false match in a thousand, against the good photos of the same person. Writes inference/quality/unified.json.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createMeasurer } from "@/bench/accuracy/quality-photos";
import { measurePeople, type PersonsPhoto, strangersOf } from "@/bench/accuracy/quality-set";
import { thresholdAt } from "@/bench/accuracy/verification-metrics";
import { meanOf } from "@/bench/mean";
import { printLine } from "@/bench/print-line";
import { listPeople } from "@/bench/train/lfw-people";
import { openSessions } from "@/bench/train/open-sessions";
import { cosine } from "@/inference/calibration/cosine";
import { logitOf, type UtilityFit } from "@/inference/quality/unified";
import { fitUtility } from "./fit-utility";

const [data = "../shared/data", models = "data/models", cacheDir = "data/cache"] = process.argv.slice(2);
/** Chosen on five folds of the same people. */
const strength = 1e-3;
/** How far from the border a cosine has to lie to be sure, as the slope of a logistic. */
const softness = 0.03;

const measure = createMeasurer({ sessions: await openSessions(models), cacheDir });
const { training } = listPeople(data);
const clean = await measurePeople(training, measure, () => "clean");
const degraded = await measurePeople(training, measure, () => "degraded");
const border = thresholdAt(
  1e-3,
  strangersOf(clean.map((photo, i) => (i % 2 === 0 ? photo : (degraded[i] as PersonsPhoto)))),
);
const samples = [...clean, ...degraded].map((photo) => ({ features: photo.features, target: targetOf(photo) }));
const fit = anchored(fitUtility(samples, strength));
const file = {
  version: "quality-1",
  recipe: `Logistic regression (penalty ${strength}) on ${samples.length} photos of ${new Set(clean.map(({ person }) => person)).size} people, half of them worsened: how likely each passes at cosine ${border.toFixed(3)} against the others of its person. Made by bench/train/quality/train-unified.ts.`,
  ...fit,
};
const place = path.resolve(import.meta.dirname, "../../../inference/quality/unified.json");
writeFileSync(place, `${JSON.stringify(file, null, 2)}\n`);
printLine(file.recipe);

/** The same order, spread so that good photos as they come have their fifth percentile and their median at fixed scores. */
function anchored(fit: UtilityFit): UtilityFit {
  const logits = clean.map(({ features }) => logitOf(fit, features)).toSorted((a, b) => a - b);
  const [low, middle] = [0.05, 0.5].map((share) => logits[Math.floor(share * logits.length)] as number) as [
    number,
    number,
  ];
  const [lowWanted, middleWanted] = [0.435, 0.8].map((score) => Math.log(score / (1 - score))) as [number, number];
  const slope = (middleWanted - lowWanted) / (middle - low);
  const bias = lowWanted + slope * (fit.bias - low);
  return { ...fit, weights: fit.weights.map((weight) => slope * weight), bias };
}

/** The mean over the person's other photos as they are. */
function targetOf(photo: PersonsPhoto): number {
  const others = clean.filter(({ person, file: other }) => person === photo.person && other !== photo.file);
  const passes = others.map(
    ({ embedding }) => 1 / (1 + Math.exp((border - cosine(embedding, photo.embedding)) / softness)),
  );
  return meanOf(passes);
}
