import { detectFaces } from "@/inference/detect/detect-faces";
import { findEmbedding } from "@/inference/faces/embedding";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { findPose } from "@/inference/faces/head-pose";
import { findLiveness } from "@/inference/faces/liveness";
import { levelSquare, type Mesh } from "@/inference/faces/mesh-points";
import { greyOf } from "@/inference/image/grey";
import { createPyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import { sampleRegion } from "@/inference/image/sample-region";
import type { Sessions } from "@/inference/runtime/session-store";

export const stillSidePx = 64;
export const sceneSidePx = 96;

/** What is compared between pictures of a series. */
export interface Frame {
  /** 0..1, what the picture says by itself. */
  readonly probability: number;
  readonly embedding: Float32Array;
  readonly mesh: Mesh;
  /** Degrees. */
  readonly yaw: number;
  /** The face, level: 64 x 64 grey. */
  readonly still: Uint8Array;
  /** The whole picture in 96 x 96 grey pixels, its longer side filling them. */
  readonly scene: Uint8Array;
  /** Size of the picture in pixels. */
  readonly width: number;
  readonly height: number;
}

/** The largest face of a picture, or nothing when there is none. */
export async function readFrame(image: RgbImage, sessions: Sessions): Promise<Frame | undefined> {
  const pyramid = createPyramid(image);
  const [largest] = await detectFaces(pyramid, sessions, { probabilityMin: 0.6, searchSideMax: 640 });
  if (!largest) return undefined;
  const mesh = largest.mesh.points;
  const face = createFaceSubject(image, mesh, sessions);
  const { width, height } = image;
  const region = { x: 0, y: 0, step: Math.max(width, height) / sceneSidePx, width: sceneSidePx, height: sceneSidePx };
  return {
    probability: (await findLiveness(face)).probability,
    embedding: await findEmbedding(face),
    mesh,
    yaw: findPose(mesh).yaw,
    still: greyOf(face.crop(levelSquare(mesh, stillSidePx), stillSidePx)),
    scene: greyOf(sampleRegion(pyramid, region)),
    width,
    height,
  };
}
