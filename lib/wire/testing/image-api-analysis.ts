import type { Analysis, FaceAnalysis } from "@/inference/pipeline/analysis";

const box = { xMin: 100, yMin: 25, xMax: 300, yMax: 125, probability: 0.9987654321012345 };

const emotion: NonNullable<FaceAnalysis["emotion"]> = {
  value: "happy",
  probabilities: {
    neutral: 0.25,
    happy: 0.5,
    sad: 0.0625,
    angry: 0.0625,
    fearful: 0.03125,
    disgusted: 0.03125,
    surprised: 0.0625,
  },
};

/** A face with everything that the image API may ask for, in numbers that binary fractions hold exactly. */
const face: FaceAnalysis = {
  box,
  age: { years: 28.4, low: 24.6, high: 32.3, probability: 0.75 },
  gender: { value: "female", probability: 0.99 },
  emotion,
  mask: { value: "without_mask", probability: 0.9375 },
  liveness: { probability: 0.9375 },
  landmarks21: Array.from({ length: 21 }, (_, i) => [i + 0.25, 2 * i + 0.5] as const),
  pose: { yaw: 10.125, pitch: -3.5, roll: 0.25 },
  timingsMs: {},
};

/** One face and two people in a picture of 1000 x 500 pixels. */
export const oneFace: Analysis = {
  width: 1000,
  height: 500,
  faces: [face],
  bodies: [box, { xMin: 500, yMin: 0, xMax: 1000, yMax: 250, probability: 0.75 }],
  timingsMs: { queue: 1, decode: 2, detect: 3 },
  versions: { detector: "detector-1" },
};

/** The same picture with a second, smaller face. */
export const twoFaces: Analysis = {
  ...oneFace,
  faces: [face, { ...face, box: { ...box, xMin: 500, xMax: 600 }, age: { ...face.age, years: 51.6 } as never }],
};

export type Quality = NonNullable<FaceAnalysis["quality"]>;

/** Of a good portrait. */
export const goodQuality: Quality = {
  unified: { native: 0.81, score: 81 },
  sharpness: { native: 2, score: 90 },
  illuminationUniformity: { native: 0.5, score: 80 },
  flare: { native: 0.25, score: 94 },
  leftEyeOpen: { native: 0.875, score: 88 },
  rightEyeOpen: { native: 0.75, score: 75 },
  backgroundUniformity: { native: 50, score: 70 },
  dynamicRangePercentile: { native: 150.4, score: 94 },
  eyesDistance: { native: 100.4, score: 82 },
  noise: { native: 1, score: 93 },
  marginInner: { native: 0, score: 100 },
  marginOuter: { native: 4.4, score: 98 },
  expressionNeutrality: { native: 0.5, score: 50 },
  watermark: { native: 0.125, score: 88 },
  faceVisible: { native: 0, score: 100 },
  yaw: { native: -9.6, score: 97 },
  pitch: { native: 3, score: 100 },
  roll: { native: 0.5, score: 100 },
};
