import type { QualityLimits, QualityProfile, QualitySettings } from "./types";

/** What the recogniser needs to know a face again. */
const enrolment = {
  unified: 40,
  singleFace: 75,
  sharpness: 20,
  interEyeDistance: 15,
  yaw: 75,
  pitch: 75,
  integrity: 90,
  eyesVisible: 50,
  mouthVisible: 50,
} as const satisfies QualityLimits;

/** Lowest scores by the profiles' names. Fitted to photos: docs/accuracy.md, section Quality. */
const profiles = {
  ENROLMENT: enrolment,
  /** Portraits for documents, as far as it can be measured (ICAO Doc 9303, ISO/IEC 39794-5). */
  ICAO: {
    ...enrolment,
    sharpness: 50,
    interEyeDistance: 73,
    singleFace: 100,
    yaw: 99,
    pitch: 98,
    roll: 98,
    eyesOpen: 50,
    mouthClosed: 80,
    expressionNeutrality: 50,
    faceVisible: 90,
    illuminationUniformity: 50,
    underExposure: 90,
    overExposure: 50,
    dynamicRangePercentile: 80,
    compression: 50,
    noise: 50,
    flare: 50,
    naturalColour: 50,
    backgroundUniformity: 50,
    leftwardCrop: 50,
    rightwardCrop: 50,
    marginAbove: 50,
    marginBelow: 50,
  },
  /** Somebody before a laptop: light, angle and background as they happen to be. */
  WEBCAM: {
    unified: 30,
    singleFace: 50,
    sharpness: 10,
    interEyeDistance: 15,
    yaw: 65,
    pitch: 65,
    integrity: 80,
    luminanceMean: 10,
    eyesVisible: 50,
  },
} as const satisfies Record<Exclude<QualityProfile, "CUSTOM">, QualityLimits>;

/** The lowest scores that a service, or the named profile instead of its own, takes for good. */
export function limitsOf(
  { qualityProfile, customQualityLimits }: QualitySettings,
  profile: QualityProfile = qualityProfile,
): QualityLimits {
  return profile === "CUSTOM" ? (customQualityLimits ?? {}) : profiles[profile];
}
