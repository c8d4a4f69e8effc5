import type { Analysis, FaceAnalysis } from "@/lib/domain/detection/types";
import { roundTo } from "@/lib/http/round-to";

/** What the wire's fields are made of. */
export const measures = [
  "leftEyeVisible",
  "rightEyeVisible",
  "noseVisible",
  "mouthVisible",
  "distanceToCentre",
  "faceSize",
  "brightness",
  "sharpness",
  "mouthOpenness",
  "integrity",
] as const;

type Measure = (typeof measures)[number];

/** Decimals that tell something; the vendor's examples show none. */
const round = (value: number) => roundTo(value, 4);

/** Areas of the features as shares of all: an eye with its brow, the nose, the mouth. The means of frontal LFW faces. */
const featureAreas = { eye: 0.185, nose: 0.39, mouth: 0.24 } as const;

function measured({ quality }: FaceAnalysis, measure: Measure) {
  const value = quality?.[measure];
  if (value === undefined) throw new Error("The face was not measured.");
  return value;
}

function serializeRect({ xMin, yMin, xMax, yMax }: FaceAnalysis["box"]) {
  return { left: Math.round(xMin), top: Math.round(yMin), right: Math.round(xMax), bottom: Math.round(yMax) };
}

/** Proportions that are not hidden; left and right as seen in the picture, like its coordinates. */
function serializeOcclusion(face: FaceAnalysis) {
  const visible = (measure: Measure) => 1 - measured(face, measure).native;
  const [left_eye, right_eye] = [visible("leftEyeVisible"), visible("rightEyeVisible")];
  const [nose, mouth] = [visible("noseVisible"), visible("mouthVisible")];
  const total = featureAreas.eye * (left_eye + right_eye) + featureAreas.nose * nose + featureAreas.mouth * mouth;
  return {
    left_eye: round(left_eye),
    right_eye: round(right_eye),
    nose: round(nose),
    mouth: round(mouth),
    total: round(total),
  };
}

function serializeFace(face: FaceAnalysis) {
  const { pose } = face;
  if (pose === undefined) throw new Error("The face has no pose.");
  const native = (measure: Measure) => round(measured(face, measure).native);
  return {
    rect: serializeRect(face.box),
    pose: { yaw: round(pose.yaw), pitch: round(pose.pitch), roll: round(pose.roll) },
    occlusion: serializeOcclusion(face),
    distance2center: native("distanceToCentre"),
    size: native("faceSize"),
    brightness: native("brightness"),
    sharpness: measured(face, "sharpness").score / 100,
    // More is more closed.
    mouth_open: round(1 - measured(face, "mouthOpenness").native),
    integrity: native("integrity"),
  };
}

/** All faces, the largest first. */
export function serializeFaces({ faces }: Analysis, requestId: string) {
  return { code: 1000, faces: faces.map(serializeFace), request_id: requestId };
}
