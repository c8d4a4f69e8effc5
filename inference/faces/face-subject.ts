import { mirrorCrop } from "@/inference/geometry/mirror";
import type { Similarity } from "@/inference/geometry/similarity";
import { warpCrop } from "@/inference/geometry/warp";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { NetworkId } from "@/inference/models/registry";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import type { Outputs } from "@/inference/runtime/ort";
import type { Sessions } from "@/inference/runtime/session-store";
import { findEmotion } from "./emotion";
import { type EyeLook, lookAtEyes } from "./eye-look";
import { chipSidePx, chipTransform } from "./face-chip";
import { levelSquare, type Mesh } from "./mesh-points";
import { once } from "./once";

/** Margin around dlib's mean face; measured best for the descriptor of one chip and its mirror image. */
const chipPadding = 0.2;
const ageSidePx = 112;

/** One face under analysis. What several features need is run when the first of them asks, and never again. */
export interface FaceSubject {
  readonly image: RgbImage;
  readonly mesh: Mesh;
  /** A square of the picture as RGB bytes; `transform` maps crop to picture. */
  crop(transform: Similarity, sidePx: number): Uint8Array;
  /** Runs a network on a square crop, RGB or grey; not remembered. */
  look(id: NetworkId, crop: Uint8Array, sidePx: number, outputs: readonly string[]): Promise<Outputs>;
  /** `descriptor` and `map8` of the recognition network for the aligned chip. */
  chip(): Promise<Outputs>;
  /** The same for the mirrored chip. */
  mirroredChip(): Promise<Outputs>;
  /** `age` and `gender` for the tight level square and for its mirror image. */
  ageGender(): Promise<readonly Outputs[]>;
  /** Costs four runs of networks. */
  emotion(): Promise<NonNullable<FaceAnalysis["emotion"]>>;
  /** The two eyes, the one on the left of an upright face's picture first. */
  eyes(): Promise<readonly EyeLook[]>;
}

export function createFaceSubject(image: RgbImage, mesh: Mesh, sessions: Sessions): FaceSubject {
  const look: FaceSubject["look"] = async (id, crop, sidePx, outputs) =>
    (await sessions(id)).run({ data: crop, dims: [1, sidePx, sidePx, crop.length / sidePx ** 2] }, outputs);
  const crop = (transform: Similarity, sidePx: number) => warpCrop(image, transform, sidePx);
  const chipCrop = once(() => crop(chipTransform(mesh, chipPadding), chipSidePx));
  const recognize = (pixels: Uint8Array) => look("recognition", pixels, chipSidePx, ["descriptor", "map8"]);
  const estimate = (pixels: Uint8Array) => look("ageGender", pixels, ageSidePx, ["age", "gender"]);
  const subject: FaceSubject = {
    image,
    mesh,
    crop,
    look,
    chip: once(() => recognize(chipCrop())),
    mirroredChip: once(() => recognize(mirrorCrop(chipCrop(), chipSidePx))),
    ageGender: once(async () => {
      const pixels = crop(levelSquare(mesh, ageSidePx), ageSidePx);
      return [await estimate(pixels), await estimate(mirrorCrop(pixels, ageSidePx))];
    }),
    emotion: once(() => findEmotion(subject)),
    eyes: once(() => lookAtEyes(subject)),
  };
  return subject;
}
