import type { FaceAnalysis } from "@/lib/domain/detection/types";
import type { QualityMeasure, QualityValues } from "@/lib/domain/quality/types";
import type { Portrait } from "./types";

/** What a portrait is judged by. */
export const portraitMeasures = [
  "unified",
  "sharpness",
  "illuminationUniformity",
  "flare",
  "leftEyeOpen",
  "rightEyeOpen",
  "backgroundUniformity",
  "dynamicRangePercentile",
  "eyesDistance",
  "noise",
  "marginInner",
  "marginOuter",
  "expressionNeutrality",
  "watermark",
  "faceVisible",
  "yaw",
  "pitch",
  "roll",
] as const satisfies readonly QualityMeasure[];

type Measured = Required<Pick<QualityValues, (typeof portraitMeasures)[number]>>;

/** All measures of a face that was asked for them. */
function measuredOf({ quality }: FaceAnalysis): Measured {
  if (portraitMeasures.every((name) => quality?.[name] !== undefined)) return quality as Measured;
  throw new TypeError("The face was analysed without its quality.");
}

/** Probability of a bare face in per cent. */
function unmaskedScoreOf({ mask }: FaceAnalysis): number {
  if (mask === undefined) throw new TypeError("The face was analysed without its mask.");
  return Math.round(100 * (mask.value === "without_mask" ? mask.probability : 1 - mask.probability));
}

/** No single fault can make the whole nothing, however bad. */
const scoreFloor = 5;

/**
 * The square root of utility times the weighted geometric mean of the single scores: in a geometric mean one fatal fault
 * sinks the whole, which an arithmetic one would hide. The weights follow how much each fault makes recognition err.
 */
function totalScoreOf(measured: Measured, unmaskedScore: number, rotationDegrees: number): number {
  const rotation = 100 * Math.cos((Math.min(90, rotationDegrees) * Math.PI) / 180) ** 2;
  const weighted: readonly (readonly [score: number, weight: number])[] = [
    [measured.sharpness.score, 0.2],
    [Math.min(measured.faceVisible.score, unmaskedScore), 0.2],
    [rotation, 0.2],
    [Math.min(measured.leftEyeOpen.score, measured.rightEyeOpen.score), 0.1],
    [measured.eyesDistance.score, 0.1],
    [measured.illuminationUniformity.score, 0.05],
    [measured.noise.score, 0.05],
    [measured.dynamicRangePercentile.score, 0.03],
    [measured.marginInner.score, 0.03],
    [measured.backgroundUniformity.score, 0.02],
    [measured.expressionNeutrality.score, 0.02],
  ];
  const logarithm = weighted.reduce((sum, [score, weight]) => sum + weight * Math.log(Math.max(score, scoreFloor)), 0);
  return Math.round(Math.sqrt(measured.unified.score * Math.exp(logarithm)));
}

/** What the measures of a face say of it as a portrait. */
export function portraitOf(face: FaceAnalysis): Portrait {
  const measured = measuredOf(face);
  const unmaskedScore = unmaskedScoreOf(face);
  const angles = [measured.yaw.native, measured.pitch.native, measured.roll.native].map(Math.abs);
  const rotationDegrees = Math.round(Math.max(...angles));
  return {
    totalScore: totalScoreOf(measured, unmaskedScore, rotationDegrees),
    sharpnessScore: measured.sharpness.score,
    illuminationScore: measured.illuminationUniformity.score,
    hasFlare: measured.flare.native >= 1 || measured.flare.score === 0,
    leftEyeScore: measured.leftEyeOpen.score,
    rightEyeScore: measured.rightEyeOpen.score,
    backgroundScore: measured.backgroundUniformity.score,
    dynamicRange: Math.round(measured.dynamicRangePercentile.native),
    eyesDistancePx: Math.round(measured.eyesDistance.native),
    noiseScore: measured.noise.score,
    marginInnerPx: Math.round(measured.marginInner.native),
    marginOuterPx: Math.round(measured.marginOuter.native),
    neutralityScore: measured.expressionNeutrality.score,
    unmaskedScore,
    watermark: Math.round(100 * measured.watermark.native),
    rotationDegrees,
  };
}
