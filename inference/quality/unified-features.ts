import { chipSidePx, chipTransform } from "@/inference/faces/face-chip";
import type { FaceSubject } from "@/inference/faces/face-subject";
import { outputOf } from "@/inference/faces/output-of";
import { warpCrop } from "@/inference/geometry/warp";
import { compression } from "./compression";
import type { QualityFace } from "./quality-face";
import { dynamicRange } from "./tone";
import { faceVisible } from "./visibility";

/** Larger faces are recognised no better, and those that the score was fitted to are no larger. */
const eyesPxMax = 45;

/**
 * What the unified score is made of, more being better throughout: how little the recognition network's answer changes when
 * the face is mirrored and when it is shown at half the resolution, and plain measures of the picture. Costs three runs of
 * that network, of which an embedding shares two.
 */
export async function unifiedFeatures(face: QualityFace): Promise<Float64Array> {
  const [upright, mirrored, softened] = await describe(face.subject);
  const { yaw, pitch, roll } = face.pose();
  return Float64Array.of(
    cosineOf(upright, mirrored),
    cosineOf(upright, softened),
    Math.log2(clamp(face.frame().eyesPx, 8, eyesPxMax)),
    clamp(face.sharpness().native, -1, 1.3),
    cosine(yaw),
    cosine(pitch),
    cosine(roll),
    -clamp(face.noise().native, 0, 25),
    dynamicRange(face.linear()).native,
    -faceVisible(await face.hiding()).native,
    -clamp(compression(face.native()).native, 1, 5),
  );
}

async function describe(subject: FaceSubject): Promise<readonly [Float32Array, Float32Array, Float32Array]> {
  const looks = [await subject.chip(), await subject.mirroredChip()];
  looks.push(await subject.look("recognition", softenedChip(subject), chipSidePx, ["descriptor"]));
  return looks.map((look) => outputOf(look, "descriptor")) as [Float32Array, Float32Array, Float32Array];
}

/** Margin around the mean face: a little more than the embedding's chip has. */
const softenedPadding = 0.25;

/** The aligned chip, cut a little wider and with half the pixels. */
function softenedChip({ mesh, crop }: FaceSubject): Uint8Array {
  const half = chipSidePx / 2;
  const { a, b, tx, ty } = chipTransform(mesh, softenedPadding);
  const data = crop({ a: 2 * a, b: 2 * b, tx, ty }, half);
  return warpCrop({ data, width: half, height: half }, { a: 0.5, b: 0, tx: 0, ty: 0 }, chipSidePx);
}

function cosineOf(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] as number) * (b[i] as number);
  return dot / (lengthOf(a) * lengthOf(b));
}

function lengthOf(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
