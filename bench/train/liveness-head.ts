/**
 * Trains the single-frame liveness head: `node --import tsx bench/train/liveness-head.ts <data> <models>`, on `spoof/` and
 * on LFW portraits as live faces. Writes inference/liveness/liveness-head.json and prints what heads say of people that
 * they were not trained on.
 */
import { writeFileSync } from "node:fs";
import { printLine } from "@/bench/print-line";
import type { LinearHeadFile } from "@/inference/heads/linear-head";
import { encodeFloats } from "@/inference/heads/packed-floats";
import { type LivenessSample, readPortraitSamples, readSpoofSamples } from "./liveness-samples";
import { fitHeads, type Head, logitOf } from "./occlusion/fit-heads";
import { openSessions } from "./open-sessions";

/** Frames of one video hardly differ; press photos come from elsewhere than the attacks. */
const weights = { spoof: 1, video: 0.3, portrait: 0.15 } as const;
const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
const spoof = await readSpoofSamples(data, sessions);
const portraits = await readPortraitSamples(data, sessions, "training", 20);
const others = await readPortraitSamples(data, sessions, "heldOut", 20);

const answers: { readonly sample: LivenessSample; readonly isLive: boolean }[] = [];
for (const group of new Set(spoof.map((sample) => sample.group))) {
  const head = fitOn(spoof.filter((sample) => sample.group !== group));
  for (const sample of spoof.filter((sample) => sample.group === group)) {
    answers.push({ sample, isLive: logitOf(head, sample.features) > 0 });
  }
}
const wrong = (rows: readonly { readonly isLive: boolean }[], isLive: boolean) =>
  `${rows.filter((row) => row.isLive === isLive).length} of ${rows.length}`;
for (const presentation of ["print", "screen", "live"] as const) {
  const rows = answers.filter(({ sample }) => sample.presentation === presentation);
  const unanswered = rows.filter(({ sample }) => !sample.isAnswered).length;
  printLine(
    `${presentation}: ${wrong(rows, presentation !== "live")} wrong, ${unanswered} found only with repeated edges`,
  );
}
const head = fitOn(spoof);
const heldOut = others.map(({ features }) => ({ isLive: logitOf(head, features) > 0 }));
printLine(`LFW portraits of other people: ${wrong(heldOut, false)} wrong`);
const file: LinearHeadFile = {
  version: "live-1",
  recipe: `Logistic regression on ${spoof.length} photos of spoof/ and ${portraits.length} LFW portraits. Made by bench/train/liveness-head.ts.`,
  weights: encodeFloats(head.weights),
  bias: head.bias,
};
writeFileSync("inference/liveness/liveness-head.json", `${JSON.stringify(file, null, 2)}\n`);

function fitOn(attacks: readonly LivenessSample[]): Head {
  const samples = [...attacks, ...portraits];
  const rows = samples.map(({ features }) => features);
  const labels = samples.map(({ presentation }) => [Number(presentation === "live")]);
  const weightOf = (row: number) =>
    row >= attacks.length ? weights.portrait : samples[row]?.group === "WOLF-huo" ? weights.video : weights.spoof;
  return fitHeads(rows, labels, weightOf, { epochs: 200, rate: 0.02, decay: 0.1 })[0] as Head;
}
