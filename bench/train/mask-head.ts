/**
 * Trains the mask head: `node --import tsx bench/train/mask-head.ts <data> <models>`, where `data` holds `mask/` and
 * `masked/` and `models` is a folder for the converted networks. Writes inference/heads/mask-head.json and prints how
 * well the head does on photos that it was not trained on. The same data give the same file.
 */

import { writeFileSync } from "node:fs";
import { printLine } from "@/bench/print-line";
import type { LinearHeadFile } from "@/inference/heads/linear-head";
import { encodeFloats } from "@/inference/heads/packed-floats";
import type { Sessions } from "@/inference/runtime/session-store";
import { fitLogistic } from "./fit-logistic";
import { fitRidge, type LinearFit, scoreOf } from "./fit-ridge";
import { listMaskCrops, listMaskedPeople, type MaskPhoto, readMaskFeatures } from "./mask-photos";
import { openSessions } from "./open-sessions";

interface Sample {
  readonly rows: readonly Float32Array[];
  readonly isMasked: boolean;
  readonly isDetected: boolean;
}

const strength = 0.3;
const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
const crops = listMaskCrops(data);
const training = await readSamples(crops.training, sessions);
const heldOut = await readSamples(crops.heldOut, sessions);
const people = await readSamples(listMaskedPeople(data), sessions);

const rows = training.flatMap((sample) => sample.rows);
const fit = fitRidge(
  rows,
  training.flatMap(({ rows, isMasked }) => rows.map(() => isMasked)),
  strength,
);
const { slope, intercept } = fitLogistic(
  scoresOf(heldOut, fit),
  heldOut.map(({ isMasked }) => isMasked),
);
const file: LinearHeadFile = {
  version: "mask-1",
  recipe: `Ridge (${strength}, classes of equal weight) on map8 of recognition-1 in 3x3 areas of the chip with padding 0.2, ${training.length} crops and their mirror images; logistic fitted on ${heldOut.length} others. Made by bench/train/mask-head.ts.`,
  weights: encodeFloats(fit.weights.map((weight) => weight * slope)),
  bias: fit.bias * slope + intercept,
};
writeFileSync("inference/heads/mask-head.json", `${JSON.stringify(file, null, 2)}\n`);
report("other half of mask/", heldOut);
report(
  "of these, with a detected face",
  heldOut.filter(({ isDetected }) => isDetected),
);
report("masked/ (never trained on)", people);

async function readSamples(photos: readonly MaskPhoto[], sessions: Sessions): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const { file, isMasked } of photos) samples.push({ isMasked, ...(await readMaskFeatures(file, sessions)) });
  return samples;
}

function scoresOf(samples: readonly Sample[], fit: LinearFit): number[] {
  return samples.map(({ rows: [row] }) => scoreOf(fit, row ?? new Float32Array()));
}

function report(title: string, samples: readonly Sample[]): void {
  const answers = scoresOf(samples, fit).map((score) => slope * score + intercept > 0);
  const right = answers.filter((answer, i) => answer === samples[i]?.isMasked).length;
  const falseAlarms = answers.filter((answer, i) => answer && !samples[i]?.isMasked).length;
  const percent = ((100 * right) / samples.length).toFixed(2);
  printLine(`${title}: ${right} of ${samples.length} right (${percent} %), ${falseAlarms} false masks`);
}
