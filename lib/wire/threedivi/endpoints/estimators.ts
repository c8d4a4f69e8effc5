import { estimator } from "@/lib/wire/threedivi/estimator";
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
  features: ["gender"],
  serialize: serializeGender,
});

export const ageEstimator = estimator({
  name: "age-estimator",
  serviceTypes,
  features: ["age"],
  serialize: serializeAge,
});

export const emotionEstimator = estimator({
  name: "emotion-estimator",
  serviceTypes,
  features: ["emotion"],
  serialize: serializeEmotions,
});

export const maskEstimator = estimator({
  name: "mask-estimator",
  serviceTypes,
  features: ["mask"],
  serialize: serializeMask,
});

export const faceFitter = estimator({
  name: "face-detector-face-fitter",
  serviceTypes: ["DETECTION", "QUALITY"],
  features: ["landmarks21", "pose"],
  serialize: serializeFitter,
  detects: true,
});
