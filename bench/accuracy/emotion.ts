import { meanOf } from "@/bench/mean";
import { readEmotionPhotos } from "@/bench/train/emotion-photos";
import { findEmotion } from "@/inference/faces/emotion";
import type { Emotion } from "@/inference/pipeline/analysis";
import type { Section } from "./section";
import { createStopwatch } from "./stopwatch";
import { shareText } from "./verification-metrics";

/** Seven posed emotions on `emotion/<class>`; where no face is detected, the middle of the photo counts as one. */
export const evaluateEmotion: Section = async ({ dataDir, sessions }) => {
  const answers: { label: Emotion; isRight: boolean; isDetected: boolean; loss: number; sureness: number }[] = [];
  const stopwatch = createStopwatch();
  for await (const { label, isDetected, face } of readEmotionPhotos(dataDir, sessions)) {
    const { value, probabilities } = await stopwatch.time(() => findEmotion(face));
    const [loss, sureness] = [-Math.log(probabilities[label]), probabilities[value]];
    answers.push({ label, isRight: value === label, isDetected, loss, sureness });
  }
  const right = (rows: readonly { readonly isRight: boolean }[]) =>
    shareText(rows.filter(({ isRight }) => isRight).length, rows.length);
  const mean = (values: readonly number[]) => meanOf(values).toFixed(3);
  const labels = [...new Set(answers.map(({ label }) => label))];
  return [
    { measure: "Right, all photos", result: right(answers) },
    { measure: "Right where a face is detected", result: right(answers.filter(({ isDetected }) => isDetected)) },
    ...labels.map((name) => ({
      measure: `Right, ${name}`,
      result: right(answers.filter(({ label }) => label === name)),
    })),
    { measure: "Mean probability of the answer", result: mean(answers.map(({ sureness }) => sureness)) },
    { measure: "Log loss", result: mean(answers.map(({ loss }) => loss)) },
    { measure: "Time for one face, four runs", result: stopwatch.text() },
  ];
};
