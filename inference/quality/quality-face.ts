import { findEyes } from "@/inference/faces/eyes";
import type { FaceSubject } from "@/inference/faces/face-subject";
import { findPose } from "@/inference/faces/head-pose";
import { findOcclusion } from "@/inference/faces/occlusion";
import { once } from "@/inference/faces/once";
import { greyOf } from "@/inference/image/grey";
import type { FaceAnalysis, Point } from "@/inference/pipeline/analysis";
import { type AlignedFace, alignFace } from "./aligned-face";
import { cheekMasks } from "./cheeks";
import { type Frame, frameFace } from "./framing";
import { type Histogram, histogramOf, luminanceOf } from "./luminance";
import type { QualityValue } from "./measures";
import { noise } from "./noise";
import { cutRegion, type PictureRegion } from "./picture-region";
import { sharpness, sharpnessEyesPx } from "./sharpness";
import type { Hiding } from "./visibility";

type Found<K extends keyof FaceAnalysis> = NonNullable<FaceAnalysis[K]>;

/** One face under measurement. What several measures need is made when the first of them asks, and never again. */
export interface QualityFace {
  readonly subject: FaceSubject;
  /** Area of the largest other face relative to this one's, 0..1. */
  readonly rivalShare: number;
  frame(): Frame;
  pose(): Found<"pose">;
  /** The hull with the eyes 113 px apart: where ISO/IEC 29794-5 measures light. */
  aligned(): AlignedFace;
  /** Linear luminance of `aligned`. */
  luminance(): Uint8Array;
  /** Linear luminance of the hull. */
  linear(): Histogram;
  /** Luma of the hull. */
  luma(): Histogram;
  cheeks(): readonly Uint8Array[];
  /** The hull with the eyes 60 px apart. */
  small(): AlignedFace;
  /** The hull in the picture's own pixels. */
  native(): PictureRegion;
  /** Sharpness and noise are measures, and part of the unified score. */
  sharpness(): QualityValue;
  noise(): QualityValue;
  hiding(): Promise<Hiding>;
  eyes(): Promise<Found<"eyes">>;
}

/** Eyes of a frontal face of the international standard's size. */
const alignedEyesPx = 113;

export function createQualityFace(subject: FaceSubject, rivalShare: number): QualityFace {
  const { image, mesh } = subject;
  const { width, height } = image;
  const face: QualityFace = {
    subject,
    rivalShare,
    frame: once(() => frameFace(image, mesh)),
    pose: once(() => findPose(mesh)),
    aligned: once(() => alignFace(image, mesh, alignedEyesPx, "hull")),
    luminance: once(() => luminanceOf(face.aligned().rgb)),
    linear: once(() => histogramOf(face.luminance(), face.aligned().hull)),
    luma: once(() => histogramOf(greyOf(face.aligned().rgb), face.aligned().hull)),
    cheeks: once(() => cheekMasks(face.aligned(), cheekPlaces(face))),
    small: once(() => alignFace(image, mesh, sharpnessEyesPx, "hull")),
    native: once(() => cutRegion(image, face.frame().hull)),
    sharpness: once(() => sharpness(face.small())),
    noise: once(() => noise(face.native())),
    hiding: once(async () => ({ occlusion: await findOcclusion(subject), mesh, picture: { width, height } })),
    eyes: once(async () => findEyes(await subject.eyes())),
  };
  return face;
}

function cheekPlaces(face: QualityFace) {
  const { place } = face.aligned();
  const { eyes, mesh } = face.frame();
  const corners = [61, 291].map((index): Point => place([mesh[index * 3] as number, mesh[index * 3 + 1] as number]));
  const mouthY = corners.reduce((sum, [, y]) => sum + y, 0) / corners.length;
  return { eyes: [place(eyes[0]), place(eyes[1])] as const, mouthY };
}
