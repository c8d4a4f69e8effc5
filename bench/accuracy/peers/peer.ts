import path from "node:path";
import { cached, type Embedder } from "@/bench/accuracy/embed-photos";
import { readPhoto } from "@/bench/read-photo";
import { squareAround } from "@/inference/faces/five-point-square";
import { toUnitLength } from "@/inference/faces/unit-length";
import { warpCrop } from "@/inference/geometry/warp";
import { openFloatSession } from "./float-session";
import { findFivePoints } from "./scrfd";

const detectorFile = "scrfd_2.5g_bnkps.onnx";
const recognizerFile = "mobilefacenet_arcface_112.onnx";
const cropSidePx = 112;

/** SCRFD-2.5g and MobileFaceNet out of a folder, for comparison; where no face is found, the whole photo is taken for it. */
export async function createPeer(peersDir: string, cacheDir: string): Promise<Embedder> {
  const detector = await openFloatSession(path.join(peersDir, detectorFile));
  const recognizer = await openFloatSession(path.join(peersDir, recognizerFile));
  const tag = "SCRFD-2.5g + MobileFaceNet";
  const embed = cached(path.join(cacheDir, "embeddings", "scrfd-2.5g+mobilefacenet"), async (file) => {
    const image = await readPhoto(file);
    // Faces that fill the photo are found with a margin, small ones without.
    const points = (await findFivePoints(detector, image, 0.5)) ?? (await findFivePoints(detector, image, 0));
    const whole = { a: image.width / cropSidePx, b: 0, tx: 0, ty: 0 };
    const transform = points ? squareAround(points, cropSidePx, 1) : whole;
    const data = warpCrop(image, transform, cropSidePx);
    const [vector = new Float32Array()] = Object.values(
      await recognizer({ data, width: cropSidePx, height: cropSidePx }),
    );
    return toUnitLength(vector);
  });
  return { tag, embed };
}
