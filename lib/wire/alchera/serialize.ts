import type { LivenessVerdict } from "@/lib/domain/liveness/types";
import type { SquareFace, SquareFaces } from "@/lib/domain/square-faces/types";
import { AlcheraError } from "./errors";
import { toStandardOrder } from "./landmark-order";
import { returnMessage } from "./return-codes";
import { serverVersions } from "./server-versions";

const success = { return_msg: returnMessage("INF-00") } as const;
const alignedSidePx = 112;

const precisions = [6, 7, 8, 9] as const;

/** A float of 32 bits, as the vendor computes with, in the fewest digits that mean it. */
function toFloat(value: number): number {
  const float = Math.fround(value);
  const digits = precisions.find((count) => Math.fround(Number(float.toPrecision(count))) === float);
  return Number(float.toPrecision(digits ?? 9));
}

const serializeBox = ({ x, y, side }: SquareFace) => ({
  x: toFloat(x),
  y: toFloat(y),
  width: toFloat(side),
  height: toFloat(side),
});

export function serializeFaces({ faces }: SquareFaces) {
  return { count: faces.length, faces: faces.map(serializeFace), ...success };
}

function serializeFace(square: SquareFace) {
  const { landmarks106, pose } = square.face;
  if (landmarks106 === undefined || pose === undefined) throw new AlcheraError("internal", "INF-11");
  return {
    box: serializeBox(square),
    landmark: { lm_points: toStandardOrder(landmarks106).map(([x, y]) => ({ x: toFloat(x), y: toFloat(y) })) },
    pose: { yaw: toFloat(pose.yaw), pitch: toFloat(pose.pitch), roll: toFloat(pose.roll) },
  };
}

/** Interleaved RGB, row by row, not a file. */
export function serializeAlignedFaces({ faces }: SquareFaces) {
  return { count: faces.length, aligned_faces: faces.map(serializeAlignedFace), ...success };
}

function serializeAlignedFace(square: SquareFace) {
  const { alignedFace } = square.face;
  if (alignedFace === undefined) throw new AlcheraError("internal", "INF-14");
  return {
    box: serializeBox(square),
    image_height: alignedSidePx,
    image_width: alignedSidePx,
    image_channel: 3,
    image_data: Buffer.from(alignedFace).toString("base64"),
  };
}

export const serializeSimilarity = (similarity: number) => ({ similarity: toFloat(similarity), ...success });

export const serializeConfidence = ({ probability }: LivenessVerdict) => ({
  confidence: toFloat(probability),
  ...success,
});

export const serializeVersion = (livenessMode: "SINGLE" | "MULTI") => ({
  api_version: serverVersions.api,
  face_sdk_version: serverVersions.faceSdk,
  liveness_mode: livenessMode,
  ...success,
});
