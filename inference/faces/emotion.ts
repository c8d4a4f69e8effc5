import { mirrorCrop } from "@/inference/geometry/mirror";
import { squareCrop } from "@/inference/geometry/similarity";
import { greyOf } from "@/inference/image/grey";
import type { Emotion, FaceAnalysis } from "@/inference/pipeline/analysis";
import calibration from "./emotion-calibration.json" with { type: "json" };
import type { FaceSubject } from "./face-subject";
import { levelBounds, type Mesh } from "./mesh-points";
import { outputOf } from "./output-of";

/** In the order of what `expression` answers. */
const emotions = ["neutral", "happy", "sad", "angry", "fearful", "disgusted", "surprised"] as const;
/** Where each of them stands in what `emotion` answers: angry, disgusted, fearful, happy, sad, surprised, neutral. */
const placesInEmotion = [6, 3, 4, 0, 2, 1, 5] as const;
const emotionSidePx = 64;
const expressionSidePx = 112;

/** The square both networks look at; of twelve squares, measured on labelled faces, among the best for both. */
function emotionSquare(mesh: Mesh, cropSidePx: number) {
  const { angle, height, at } = levelBounds(mesh);
  return squareCrop(at(0, -0.042), 1.05 * height, angle, cropSidePx);
}

/** Two networks look at the face and at its mirror image; the mean of the four answers is then made less sure. */
export async function findEmotion(face: FaceSubject): Promise<NonNullable<FaceAnalysis["emotion"]>> {
  const looks = await readEmotions(face);
  const means = emotions.map((_, i) => looks.reduce((sum, look) => sum + (look[i] as number), 0) / looks.length);
  return rankEmotions(means, calibration.temperature);
}

/** Four answers of seven shares each, in the order of `emotions`. */
export async function readEmotions(face: FaceSubject): Promise<readonly (readonly number[])[]> {
  const small = face.crop(emotionSquare(face.mesh, emotionSidePx), emotionSidePx);
  const large = face.crop(emotionSquare(face.mesh, expressionSidePx), expressionSidePx);
  const answers: number[][] = [];
  for (const crop of [small, mirrorCrop(small, emotionSidePx)]) {
    const shares = outputOf(await face.look("emotion", greyOf(crop), emotionSidePx, ["emotions"]), "emotions");
    answers.push(placesInEmotion.map((place) => shares[place] as number));
  }
  for (const crop of [large, mirrorCrop(large, expressionSidePx)]) {
    answers.push([...outputOf(await face.look("expression", crop, expressionSidePx, ["expressions"]), "expressions")]);
  }
  return answers;
}

/** Shares of the seven emotions as probabilities: a temperature above 1 evens them out. */
export function rankEmotions(shares: readonly number[], temperature: number): NonNullable<FaceAnalysis["emotion"]> {
  const raised = shares.map((share) => share ** (1 / temperature));
  const sum = raised.reduce((total, share) => total + share, 0);
  const probabilities = Object.fromEntries(emotions.map((name, i) => [name, (raised[i] as number) / sum]));
  const value = emotions[raised.indexOf(Math.max(...raised))] as Emotion;
  return { value, probabilities: probabilities as Record<Emotion, number> };
}
