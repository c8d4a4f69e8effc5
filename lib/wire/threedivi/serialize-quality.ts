import type { Portrait } from "@/lib/domain/portraits/types";

/** From these scores on the vendor takes a picture for acceptable. */
const scoreMin = {
  sharpness: 20,
  illumination: 50,
  eyes: 50,
  background: 50,
  noise: 20,
  emotion: 20,
  mask: 50,
} as const;
const dynamicRangeMin = 128;
const eyesDistanceMinPx = 60;
const rotationMaxDegrees = 10;
const watermarkMax = 50;
/** In distances of the eyes. */
const marginOuterMax = 0.05;

/** 29 fields, numbers whole; eyes as seen in the picture. */
export function serializeQuality(portrait: Portrait) {
  const { eyesDistancePx, marginInnerPx, marginOuterPx } = portrait;
  return {
    quality: {
      qaa: {
        totalScore: portrait.totalScore,
        isSharp: portrait.sharpnessScore >= scoreMin.sharpness,
        sharpnessScore: portrait.sharpnessScore,
        isEvenlyIlluminated: portrait.illuminationScore >= scoreMin.illumination,
        illuminationScore: portrait.illuminationScore,
        noFlare: !portrait.hasFlare,
        isLeftEyeOpened: portrait.leftEyeScore >= scoreMin.eyes,
        leftEyeOpennessScore: portrait.leftEyeScore,
        isRightEyeOpened: portrait.rightEyeScore >= scoreMin.eyes,
        rightEyeOpennessScore: portrait.rightEyeScore,
        isRotationAcceptable: portrait.rotationDegrees <= rotationMaxDegrees,
        maxRotationDeviation: portrait.rotationDegrees,
        notMasked: portrait.unmaskedScore >= scoreMin.mask,
        notMaskedScore: portrait.unmaskedScore,
        isNeutralEmotion: portrait.neutralityScore >= scoreMin.emotion,
        neutralEmotionScore: portrait.neutralityScore,
        isEyesDistanceAcceptable: eyesDistancePx >= eyesDistanceMinPx,
        eyesDistance: eyesDistancePx,
        isMarginsAcceptable: marginInnerPx === 0 && marginOuterPx <= marginOuterMax * eyesDistancePx,
        marginOuterDeviation: marginOuterPx,
        marginInnerDeviation: marginInnerPx,
        isNotNoisy: portrait.noiseScore >= scoreMin.noise,
        noiseScore: portrait.noiseScore,
        watermarkScore: portrait.watermark,
        hasWatermark: portrait.watermark > watermarkMax,
        dynamicRangeScore: portrait.dynamicRange,
        isDynamicRangeAcceptable: portrait.dynamicRange >= dynamicRangeMin,
        backgroundUniformityScore: portrait.backgroundScore,
        isBackgroundUniform: portrait.backgroundScore >= scoreMin.background,
      },
    },
  };
}
