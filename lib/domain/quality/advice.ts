import type { QualityMeasure } from "./types";

interface Advice {
  /** What is wrong when the score is low. */
  readonly problem: string;
  readonly advice: string;
}

const upright = { advice: "Look straight into the camera and hold the head upright." };
const hidden = { advice: "Take off what covers the face: mask, dark glasses, hand or hair." };
const light = { advice: "Use soft, even light from the front." };
const room = { advice: "Keep the whole head with some space around it inside the picture." };

/** What people are told about each measure. */
export const qualityAdvice = {
  unified: {
    problem: "The face will be hard to recognise in this picture.",
    advice: "Take another picture: sharp, well lit and from the front.",
  },
  sharpness: {
    problem: "The face is blurred.",
    advice: "Hold the camera still, focus on the face and clean the lens.",
  },
  noise: { problem: "The picture is noisy.", advice: "Use more light or a lower sensitivity." },
  compression: {
    problem: "The picture is compressed too much.",
    advice: "Save the picture with a higher JPEG quality.",
  },
  illuminationUniformity: { problem: "One side of the face is darker than the other.", ...light },
  luminanceMean: { problem: "The face is too dark or too bright.", ...light },
  luminanceVariance: { problem: "The face shows too little or too much contrast.", ...light },
  underExposure: { problem: "Parts of the face are black.", advice: "Use more light or a longer exposure." },
  overExposure: { problem: "Parts of the face are white.", advice: "Use less light or a shorter exposure." },
  dynamicRange: { problem: "The face shows too few shades.", ...light },
  dynamicRangePercentile: { problem: "The face shows too little contrast.", ...light },
  brightness: { problem: "The face is too dark or too bright.", ...light },
  flare: { problem: "Light glares on the face.", advice: "Avoid the flash and take off glasses that reflect." },
  naturalColour: {
    problem: "The colour of the skin is not natural.",
    advice: "Use daylight or white light and a picture in colour.",
  },
  backgroundUniformity: { problem: "The background is uneven.", advice: "Stand before a plain wall." },
  watermark: { problem: "The picture seems to bear a watermark.", advice: "Use the original picture." },
  singleFace: { problem: "Another face is in the picture.", advice: "Take the picture of one person alone." },
  eyesOpen: { problem: "An eye is closed or covered.", advice: "Open both eyes." },
  leftEyeOpen: { problem: "The eye on the left of the picture is closed or covered.", advice: "Open both eyes." },
  rightEyeOpen: { problem: "The eye on the right of the picture is closed or covered.", advice: "Open both eyes." },
  mouthClosed: { problem: "The mouth is open.", advice: "Close the mouth." },
  mouthOpenness: { problem: "The mouth is open.", advice: "Close the mouth." },
  eyesVisible: { problem: "An eye is covered.", ...hidden },
  leftEyeVisible: { problem: "The eye on the left of the picture is covered.", ...hidden },
  rightEyeVisible: { problem: "The eye on the right of the picture is covered.", ...hidden },
  noseVisible: { problem: "The nose is covered.", ...hidden },
  mouthVisible: { problem: "The mouth is covered.", ...hidden },
  faceVisible: { problem: "Parts of the face are covered.", ...hidden },
  expressionNeutrality: { problem: "The expression is not neutral.", advice: "Look relaxed, without a smile." },
  yaw: { problem: "The face is turned to the side.", advice: "Turn the face towards the camera." },
  pitch: { problem: "The face is turned up or down.", ...upright },
  roll: { problem: "The head is tilted.", ...upright },
  interEyeDistance: { problem: "The face has too few pixels.", advice: "Come closer or use a better camera." },
  eyesDistance: { problem: "The face has too few pixels.", advice: "Come closer or use a better camera." },
  headSize: { problem: "The head fills too much or too little of the picture.", advice: "Change the distance." },
  faceSize: { problem: "The face fills too little of the picture.", advice: "Come closer." },
  integrity: { problem: "The face is cut off by the edge of the picture.", ...room },
  distanceToCentre: { problem: "The face is not in the middle of the picture.", advice: "Move to the middle." },
  leftwardCrop: { problem: "There is too little space on the left.", ...room },
  rightwardCrop: { problem: "There is too little space on the right.", ...room },
  marginAbove: { problem: "There is too little space above the head.", ...room },
  marginBelow: { problem: "There is too little space below the head.", ...room },
  marginInner: { problem: "The head is cut off by the edge of the picture.", ...room },
  marginOuter: { problem: "There is too little space around the head.", ...room },
} as const satisfies Record<QualityMeasure, Advice>;

/** Every measure there is. */
export const qualityMeasures = Object.keys(qualityAdvice) as [QualityMeasure, ...QualityMeasure[]];
