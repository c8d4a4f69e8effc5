import type { FaceSubject } from "@/inference/faces/face-subject";
import type { Point } from "@/inference/pipeline/analysis";
import { alignFace } from "./aligned-face";
import { backgroundEyesPx, backgroundUniformity, backgroundWindow } from "./background";
import { illuminationUniformity, naturalColour } from "./cheeks";
import { compression } from "./compression";
import { angle, expressionNeutrality, mouthClosed, mouthOpenness } from "./expression";
import { flare } from "./flare";
import * as framing from "./framing";
import type { QualityMeasure, QualityValue, QualityValues } from "./measures";
import { cutRegion } from "./picture-region";
import { createQualityFace, type QualityFace } from "./quality-face";
import { valued } from "./scalar";
import * as tone from "./tone";
import { unified } from "./unified";
import { eyeOpen, eyesVisible, faceVisible, featureVisible } from "./visibility";
import { watermark } from "./watermark";

type Measure = (face: QualityFace) => QualityValue | Promise<QualityValue>;

/** How each measure is taken. */
const measures: Readonly<Record<QualityMeasure, Measure>> = {
  unified,
  sharpness: (face) => face.sharpness(),
  noise: (face) => face.noise(),
  compression: (face) => compression(surround(face)),
  illuminationUniformity: (face) => illuminationUniformity(face.luminance(), face.cheeks()),
  luminanceMean: (face) => tone.luminanceMean(face.linear()),
  luminanceVariance: (face) => tone.luminanceVariance(face.linear()),
  underExposure: (face) => tone.underExposure(face.linear()),
  overExposure: (face) => tone.overExposure(face.linear()),
  dynamicRange: (face) => tone.dynamicRange(face.linear()),
  dynamicRangePercentile: (face) => tone.dynamicRangePercentile(face.luma()),
  brightness: (face) => tone.brightness(face.luma()),
  flare: (face) => flare(face.luminance(), face.aligned()),
  naturalColour: (face) => naturalColour(face.aligned().rgb, face.cheeks()),
  backgroundUniformity: ({ subject: { image, mesh } }) =>
    backgroundUniformity(alignFace(image, mesh, backgroundEyesPx, backgroundWindow), mesh),
  watermark: ({ subject }) => watermark(subject.image),
  singleFace: ({ rivalShare }) => valued(rivalShare, 100 * (1 - rivalShare)),
  eyesOpen: async (face) => {
    const [left, right] = [await measures.leftEyeOpen(face), await measures.rightEyeOpen(face)];
    return left.native < right.native ? left : right;
  },
  leftEyeOpen: async (face) => eyeOpen((await face.eyes()).left, await face.hiding(), "leftEye"),
  rightEyeOpen: async (face) => eyeOpen((await face.eyes()).right, await face.hiding(), "rightEye"),
  mouthClosed: (face) => mouthClosed(face.frame()),
  mouthOpenness: ({ subject }) => mouthOpenness(subject.mesh),
  eyesVisible: async (face) => eyesVisible(await face.hiding()),
  leftEyeVisible: async (face) => featureVisible(await face.hiding(), "leftEye"),
  rightEyeVisible: async (face) => featureVisible(await face.hiding(), "rightEye"),
  noseVisible: async (face) => featureVisible(await face.hiding(), "nose"),
  mouthVisible: async (face) => featureVisible(await face.hiding(), "mouth"),
  faceVisible: async (face) => faceVisible(await face.hiding()),
  expressionNeutrality: async ({ subject }) => expressionNeutrality(await subject.emotion()),
  yaw: (face) => angle(face.pose().yaw),
  pitch: (face) => angle(face.pose().pitch),
  roll: (face) => angle(face.pose().roll),
  interEyeDistance: (face) => framing.interEyeDistance(face.frame(), face.pose().yaw),
  eyesDistance: async ({ subject }) => {
    const [left, right] = (await subject.eyes()).map(({ pupil }) => pupil) as [Point, Point];
    return framing.eyeDistanceOf(framing.distance(left, right));
  },
  headSize: (face) => framing.headSize(face.frame()),
  faceSize: (face) => framing.faceSize(face.frame()),
  integrity: (face) => framing.integrity(face.frame()),
  distanceToCentre: (face) => framing.distanceToCentre(face.frame()),
  leftwardCrop: (face) => framing.leftwardCrop(face.frame()),
  rightwardCrop: (face) => framing.rightwardCrop(face.frame()),
  marginAbove: (face) => framing.marginAbove(face.frame()),
  marginBelow: (face) => framing.marginBelow(face.frame()),
  marginInner: (face) => framing.marginInner(face.frame()),
  marginOuter: (face) => framing.marginOuter(face.frame()),
};

/** Measures what was asked for of one face; nothing else is computed, and nothing twice. */
export async function measureQuality(
  subject: FaceSubject,
  wanted: readonly QualityMeasure[],
  rivalShare: number,
): Promise<QualityValues> {
  const face = createQualityFace(subject, rivalShare);
  const values: Partial<Record<QualityMeasure, QualityValue>> = {};
  for (const name of new Set(wanted)) values[name] = await measures[name](face);
  return values;
}

/** More of the picture than this does not show blocks better. */
const surroundSideMax = 512;

/** The picture around the face: blocks are told better from many. */
function surround(face: QualityFace) {
  const { image } = face.subject;
  const { between } = face.frame();
  const around = (middle: number, side: number): readonly [number, number] => {
    const from = Math.max(0, Math.min(side - surroundSideMax, Math.round(middle - surroundSideMax / 2)));
    return [from, Math.min(side, from + surroundSideMax)];
  };
  const [[left, right], [top, bottom]] = [around(between[0], image.width), around(between[1], image.height)];
  return cutRegion(image, [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ]);
}
