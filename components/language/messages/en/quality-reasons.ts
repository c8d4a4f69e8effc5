/** What is wrong with a picture and what helps, as the API says it of each measure. */
export const qualityReasons = {
  unified:
    "The face will be hard to recognise in this picture. Take another picture: sharp, well lit and from the front.",
  sharpness: "The face is blurred. Hold the camera still, focus on the face and clean the lens.",
  noise: "The picture is noisy. Use more light or a lower sensitivity.",
  compression: "The picture is compressed too much. Save the picture with a higher JPEG quality.",
  illuminationUniformity: "One side of the face is darker than the other. Use soft, even light from the front.",
  luminanceMean: "The face is too dark or too bright. Use soft, even light from the front.",
  luminanceVariance: "The face shows too little or too much contrast. Use soft, even light from the front.",
  underExposure: "Parts of the face are black. Use more light or a longer exposure.",
  overExposure: "Parts of the face are white. Use less light or a shorter exposure.",
  dynamicRange: "The face shows too few shades. Use soft, even light from the front.",
  dynamicRangePercentile: "The face shows too little contrast. Use soft, even light from the front.",
  brightness: "The face is too dark or too bright. Use soft, even light from the front.",
  flare: "Light glares on the face. Avoid the flash and take off glasses that reflect.",
  naturalColour: "The colour of the skin is not natural. Use daylight or white light and a picture in colour.",
  backgroundUniformity: "The background is uneven. Stand before a plain wall.",
  watermark: "The picture seems to bear a watermark. Use the original picture.",
  singleFace: "Another face is in the picture. Take the picture of one person alone.",
  eyesOpen: "An eye is closed or covered. Open both eyes.",
  leftEyeOpen: "The eye on the left of the picture is closed or covered. Open both eyes.",
  rightEyeOpen: "The eye on the right of the picture is closed or covered. Open both eyes.",
  mouthClosed: "The mouth is open. Close the mouth.",
  mouthOpenness: "The mouth is open. Close the mouth.",
  eyesVisible: "An eye is covered. Take off what covers the face: mask, dark glasses, hand or hair.",
  leftEyeVisible:
    "The eye on the left of the picture is covered. Take off what covers the face: mask, dark glasses, hand or hair.",
  rightEyeVisible:
    "The eye on the right of the picture is covered. Take off what covers the face: mask, dark glasses, hand or hair.",
  noseVisible: "The nose is covered. Take off what covers the face: mask, dark glasses, hand or hair.",
  mouthVisible: "The mouth is covered. Take off what covers the face: mask, dark glasses, hand or hair.",
  faceVisible: "Parts of the face are covered. Take off what covers the face: mask, dark glasses, hand or hair.",
  expressionNeutrality: "The expression is not neutral. Look relaxed, without a smile.",
  yaw: "The face is turned to the side. Turn the face towards the camera.",
  pitch: "The face is turned up or down. Look straight into the camera and hold the head upright.",
  roll: "The head is tilted. Look straight into the camera and hold the head upright.",
  interEyeDistance: "The face has too few pixels. Come closer or use a better camera.",
  eyesDistance: "The face has too few pixels. Come closer or use a better camera.",
  headSize: "The head fills too much or too little of the picture. Change the distance.",
  faceSize: "The face fills too little of the picture. Come closer.",
  integrity:
    "The face is cut off by the edge of the picture. Keep the whole head with some space around it inside the picture.",
  distanceToCentre: "The face is not in the middle of the picture. Move to the middle.",
  leftwardCrop:
    "There is too little space on the left. Keep the whole head with some space around it inside the picture.",
  rightwardCrop:
    "There is too little space on the right. Keep the whole head with some space around it inside the picture.",
  marginAbove:
    "There is too little space above the head. Keep the whole head with some space around it inside the picture.",
  marginBelow:
    "There is too little space below the head. Keep the whole head with some space around it inside the picture.",
  marginInner:
    "The head is cut off by the edge of the picture. Keep the whole head with some space around it inside the picture.",
  marginOuter:
    "There is too little space around the head. Keep the whole head with some space around it inside the picture.",
} as const;
