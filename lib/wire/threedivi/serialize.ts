import type { FaceAnalysis } from "@/lib/domain/detection/types";

type Present<Name extends keyof FaceAnalysis> = NonNullable<FaceAnalysis[Name]>;

/** Asked for, hence there; an answer without it would be a default value. */
function present<Name extends keyof FaceAnalysis>(face: FaceAnalysis, name: Name): Present<Name> {
  const value = face[name];
  if (value === undefined || value === null) throw new TypeError(`The face was analysed without ${name}.`);
  return value as Present<Name>;
}

export const serializeGender = (face: FaceAnalysis) => ({
  gender: present(face, "gender").value === "male" ? "MALE" : "FEMALE",
});

/** Years as a text, which is how the vendor writes them. */
export const serializeAge = (face: FaceAnalysis) => ({ age: String(Math.round(present(face, "age").years)) });

/** In the order of the vendor's documents. */
const emotionWords = [
  ["angry", "ANGRY"],
  ["disgusted", "DISGUSTED"],
  ["fearful", "SCARED"],
  ["happy", "HAPPY"],
  ["neutral", "NEUTRAL"],
  ["sad", "SAD"],
  ["surprised", "SURPRISED"],
] as const satisfies readonly (readonly [keyof Present<"emotion">["probabilities"], string])[];

export function serializeEmotions(face: FaceAnalysis) {
  const { probabilities } = present(face, "emotion");
  return { emotions: emotionWords.map(([name, emotion]) => ({ confidence: probabilities[name], emotion })) };
}

/** `confidence` is that of a mask, whatever the value. */
export function serializeMask(face: FaceAnalysis) {
  const { value, probability } = present(face, "mask");
  const isBare = value === "without_mask";
  return { mask: { confidence: isBare ? 1 - probability : probability, value: !isBare } };
}

const [leftPupil, rightPupil] = [7, 10] as const;

/** 21 points in pixels, flat x, y, 0; the eyes are two of them. */
export function serializeFitter(face: FaceAnalysis) {
  const points = present(face, "landmarks21");
  const { yaw, pitch, roll } = present(face, "pose");
  const [left_eye, right_eye] = [points[leftPupil], points[rightPupil]];
  const keypoints = points.flatMap(([x, y]) => [x, y, 0]);
  return { fitter: { fitter_type: "fda", keypoints, left_eye, right_eye }, angles: { yaw, roll, pitch } };
}
