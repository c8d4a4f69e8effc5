import { cosine } from "@/inference/calibration/cosine";
import { standardModel } from "@/inference/calibration/standard-model";
import { eyeCentres, meshPoint } from "@/inference/faces/mesh-points";
import type { Frame } from "./frame";
import { judgePlanarity } from "./planarity";
import type { SeriesVerdict } from "./series-verdict";
import { isSamePicture } from "./still-picture";
import { judgeSurround } from "./surround";

// Frames are compared by the standard networks, whichever model pack runs.
const { similarityOf } = standardModel.scale;
/** How much each cue may move the logit; small until there are videos enough to fit them on. */
const influence = { planarity: 1, surround: 1, expression: 0.5 } as const;
const capAt = { otherPerson: 0.1, samePicture: 0.4, sameFile: 0.2 } as const;
/** Spread of lid and lip gaps that is noise, and what is a movement beyond it, as shares of the way from eyes to chin. */
const [stillness, movement] = [0.004, 0.01] as const;

/** Judges two pictures or more. `isSameFile`: the pictures came as copies of one file. */
export function judgeSeries(frames: readonly Frame[], isSameFile: boolean): SeriesVerdict {
  const pairs = frames.flatMap((a, i) => frames.slice(i + 1).map((b) => [a, b] as const));
  const isSamePerson = pairs.every(([a, b]) => similarityOf(cosine(a.embedding, b.embedding)) >= 0.5);
  const isStill = pairs.every(([a, b]) => isSamePicture(a, b));
  const logit =
    middleOf(frames.map(({ probability }) => Math.log((probability + 1e-6) / (1 - probability + 1e-6)))) +
    influence.planarity * judgePlanarity(frames) +
    influence.surround * judgeSurround(frames) +
    influence.expression * judgeExpression(frames);
  const caps = [
    ...(isSamePerson ? [] : [capAt.otherPerson]),
    ...(isStill ? [capAt.samePicture] : []),
    ...(isSameFile ? [capAt.sameFile] : []),
  ];
  const probability = Math.min(1 / (1 + Math.exp(-logit)), ...caps);
  return { probability, isSamePerson, isSamePicture: isStill, faceless: [] };
}

/** Mean without the smallest and the largest, where there are more than two. */
function middleOf(values: readonly number[]): number {
  const kept = values.length > 2 ? values.toSorted((a, b) => a - b).slice(1, -1) : values;
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

/** 0..1: whether eyes or mouth moved; a video on a screen moves too, so this is weak. */
function judgeExpression(frames: readonly Frame[]): number {
  const spreads = [
    [159, 145],
    [386, 374],
    [13, 14],
  ].map((pair) => spreadOf(frames.map((frame) => gapOf(frame, pair as [number, number]))));
  return Math.max(0, Math.min(1, (Math.max(...spreads) - stillness) / movement));
}

function gapOf({ mesh }: Frame, [upper, lower]: readonly [number, number]): number {
  const [left, right] = eyeCentres(mesh);
  const chin = meshPoint(mesh, 152);
  const length = Math.hypot((left[0] + right[0]) / 2 - chin[0], (left[1] + right[1]) / 2 - chin[1]);
  const [a, b] = [meshPoint(mesh, upper), meshPoint(mesh, lower)];
  return Math.hypot(a[0] - b[0], a[1] - b[1]) / length;
}

function spreadOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
