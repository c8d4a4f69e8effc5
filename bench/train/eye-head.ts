/**
 * Trains the head for open and closed eyes: `node --import tsx bench/train/eye-head.ts <data> <models>`, on the posed
 * faces of `yale/` (sleepy = both closed, wink = the right one) and on every eighth LFW person, whose eyes count as open.
 * Writes inference/heads/eye-head.json; prints what heads find that were trained without the person they judge.
 */
import { writeFileSync } from "node:fs";
import { printLine } from "@/bench/print-line";
import type { LinearHeadFile } from "@/inference/heads/linear-head";
import { encodeFloats } from "@/inference/heads/packed-floats";
import { type EyeSample, readLfwEyes, readYaleEyes } from "./eye-photos";
import { fitLogistic } from "./fit-logistic";
import { fitRidge, type LinearFit, scoreOf } from "./fit-ridge";
import { openSessions } from "./open-sessions";

const strength = 0.3;
/** Share of LFW's eyes that may read as closed; a few of them are. */
const falseRate = 0.015;
const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
const yale = await readYaleEyes(data, sessions);
const portraits = await readLfwEyes(data, sessions, (person) => person % 8 === 0);
const others = await readLfwEyes(data, sessions, (person) => person % 8 === 4);

const out: { readonly sample: EyeSample; readonly score: number; readonly isOpen: boolean }[] = [];
for (const person of new Set(yale.map((sample) => sample.person))) {
  const fit = fitOn(yale.filter((sample) => sample.person !== person));
  const border = borderOf(fit);
  for (const sample of yale.filter((sample) => sample.person === person)) {
    const score = scoreOf(fit, sample.features) - border;
    out.push({ sample, score, isOpen: score > 0 });
  }
}
for (const kind of new Set(yale.map((sample) => sample.kind))) {
  const eyes = out.filter(({ sample }) => sample.kind === kind);
  printLine(`yale ${kind}: ${eyes.filter(({ isOpen }) => !isOpen).length} of ${eyes.length} closed`);
}
const fit = fitOn(yale);
const border = borderOf(fit);
const closed = others.map(({ features }) => scoreOf(fit, features) <= border);
const faces = closed.filter((_, i) => i % 2 === 0 && (closed[i] || closed[i + 1])).length;
printLine(
  `LFW, other people: ${closed.filter(Boolean).length} of ${closed.length} eyes, ${faces} of ${closed.length / 2} faces`,
);
// Of heads that did not know the person; the border stays where few portraits fall below it.
const { slope } = fitLogistic(
  out.map(({ score }) => score),
  out.map(({ sample }) => sample.isOpen),
);
const file: LinearHeadFile = {
  version: "eye-1",
  recipe: `Ridge (${strength}, classes of equal weight) on gradients and lid gaps of ${yale.length} posed eyes and ${portraits.length} of LFW portraits, border where ${100 * falseRate} % of the latter read as closed. Made by bench/train/eye-head.ts.`,
  weights: encodeFloats(fit.weights.map((weight) => weight * slope)),
  bias: (fit.bias - border) * slope,
};
writeFileSync("inference/heads/eye-head.json", `${JSON.stringify(file, null, 2)}\n`);

function fitOn(posed: readonly EyeSample[]): LinearFit {
  const samples = [...posed, ...portraits];
  const rows = samples.map(({ features }) => features);
  return fitRidge(
    rows,
    samples.map(({ isOpen }) => isOpen),
    strength,
  );
}

/** Score below which the allowed share of portraits lies. */
function borderOf(fit: LinearFit): number {
  const scores = portraits.map(({ features }) => scoreOf(fit, features)).sort((a, b) => a - b);
  return scores[Math.floor(falseRate * scores.length)] ?? Number.NaN;
}
