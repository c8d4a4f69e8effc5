import { type Candidate, heightOf, iouOf, sideOf, widthOf } from "./candidate";
import type { FaceGroup } from "./face-group";
import weights from "./fusion-weights.json" with { type: "json" };
import type { MeshFit } from "./mesh";

/** What stands in for the score of a search that saw nothing: just below the scores at which the searches answer. */
const absentScores = { ssd: 0.04, blaze: 0.1 } as const;
/** Sides are compared with this many pixels, so that the weight of the bias stays readable. */
const sideReferencePx = 20;

/**
 * Numbers that tell a face from a tree: the two best SSD scores, BlazeFace's, the mesh's face probability in its first
 * and second pass (all as logits), the size, how well the mesh fills the box, and how far from square the box is.
 */
export function searchFeatures(group: FaceGroup, first: MeshFit, second: MeshFit): number[] {
  const [best, next] = ssdScores(group);
  const blaze = group.bySearch.get("blaze")?.score ?? absentScores.blaze;
  return [
    logit(best),
    logit(next),
    logit(blaze),
    logit(first.faceProbability),
    logit(second.faceProbability),
    Math.log(Math.max(1, sideOf(group.best)) / sideReferencePx),
    iouOf(group.best, second.bounds),
    Math.abs(Math.log(Math.max(1, heightOf(group.best)) / Math.max(1, widthOf(group.best)))),
  ];
}

/** The same for a face that BlazeFace alone saw; the size counts relative to the longer side of the picture. */
export function glanceFeatures(candidate: Candidate, first: MeshFit, second: MeshFit, longSide: number): number[] {
  return [
    logit(candidate.score),
    logit(first.faceProbability),
    logit(second.faceProbability),
    Math.log(Math.max(1, sideOf(candidate)) / longSide),
    iouOf(candidate, second.bounds),
  ];
}

/** The steps after which a place is judged. */
export type Stage = "glance" | "search" | "secondLook";

/** Probability 0..1 that a place holds a face, by the logistic regression that `bench/train/fusion` fits. */
export function faceProbability(stage: Stage, features: readonly number[]): number {
  const { bias, weights: factors } = weights[stage];
  const sum = features.reduce((total, feature, i) => total + feature * (factors[i] ?? 0), bias);
  return 1 / (1 + Math.exp(-sum));
}

function ssdScores(group: FaceGroup): [best: number, next: number] {
  const scores = [...group.bySearch.values()].filter(({ source }) => source === "ssd").map(({ score }) => score);
  const [best = absentScores.ssd, next = absentScores.ssd] = scores.sort((a, b) => b - a);
  return [best, next];
}

/** Log odds of a score, bounded so that a saturated one cannot outvote everything else. */
export function logit(probability: number): number {
  const bounded = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
  return Math.log(bounded / (1 - bounded));
}
