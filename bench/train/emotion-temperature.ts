/**
 * Fits how sure emotions may be: `node --import tsx bench/train/emotion-temperature.ts <data> <models>`, on every second
 * photo of `emotion/`. Writes inference/faces/emotion-calibration.json and prints the log loss on the other photos.
 */
import { writeFileSync } from "node:fs";
import { meanOf } from "@/bench/mean";
import { printLine } from "@/bench/print-line";
import { rankEmotions, readEmotions } from "@/inference/faces/emotion";
import type { Emotion } from "@/inference/pipeline/analysis";
import { readEmotionPhotos } from "./emotion-photos";
import { openSessions } from "./open-sessions";

const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const answers: { readonly label: Emotion; readonly means: readonly number[] }[] = [];
for await (const { label, face } of readEmotionPhotos(data, await openSessions(models))) {
  const looks = await readEmotions(face);
  const means = (looks[0] ?? []).map((_, i) => looks.reduce((sum, look) => sum + (look[i] ?? 0), 0) / looks.length);
  answers.push({ label, means });
}
const [fitted, other] = [0, 1].map((half) => answers.filter((_, i) => i % 2 === half));
const candidates = Array.from({ length: 41 }, (_, i) => Number((1 + 0.05 * i).toFixed(2)));
const losses = candidates.map((temperature) => lossAt(temperature, fitted ?? []));
const temperature = candidates[losses.indexOf(Math.min(...losses))] ?? 1;
const recipe = `Least log loss of the mean of four answers on ${fitted?.length} labelled faces. Made by bench/train/emotion-temperature.ts.`;
writeFileSync(
  "inference/faces/emotion-calibration.json",
  `${JSON.stringify({ version: "emotion-fusion-1", recipe, temperature }, null, 2)}\n`,
);
printLine(
  `temperature ${temperature}; log loss on the others ${lossAt(temperature, other ?? []).toFixed(3)}, without ${lossAt(1, other ?? []).toFixed(3)}`,
);

function lossAt(temperature: number, answers: readonly { label: Emotion; means: readonly number[] }[]): number {
  const losses = answers.map(({ label, means }) => -Math.log(rankEmotions(means, temperature).probabilities[label]));
  return meanOf(losses);
}
