import { byFeatures, estimator } from "@/lib/wire/threedivi/estimator";
import {
  serializeAge,
  serializeEmotions,
  serializeFitter,
  serializeGender,
  serializeMask,
} from "@/lib/wire/threedivi/serialize";

const serviceTypes = ["DETECTION"] as const;

export const genderEstimator = estimator({
  name: "gender-estimator",
  serviceTypes,
  describe: byFeatures(["gender"], serializeGender),
});

export const ageEstimator = estimator({
  name: "age-estimator",
  serviceTypes,
  describe: byFeatures(["age"], serializeAge),
});

export const emotionEstimator = estimator({
  name: "emotion-estimator",
  serviceTypes,
  describe: byFeatures(["emotion"], serializeEmotions),
});

export const maskEstimator = estimator({
  name: "mask-estimator",
  serviceTypes,
  describe: byFeatures(["mask"], serializeMask),
});

export const faceFitter = estimator({
  name: "face-detector-face-fitter",
  serviceTypes: ["DETECTION", "QUALITY"],
  describe: byFeatures(["landmarks21", "pose"], serializeFitter),
  detects: true,
});
