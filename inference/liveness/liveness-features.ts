import type { FaceSubject } from "@/inference/faces/face-subject";
import { levelBounds } from "@/inference/faces/mesh-points";
import { outputOf } from "@/inference/faces/output-of";
import { squareCrop } from "@/inference/geometry/similarity";
import { colourCues, cueSidePx, cueSpectrum, finenessOf, frameCue, moireOf } from "./picture-cues";

const networkSidePx = 32;
/** The network's two answers are so close to 0 and 1 that their logit is bounded. */
const logitMax = 8;

/** What the liveness head looks at: the network's opinion, then cues of screens, prints and their edges. */
export async function livenessFeatures(face: FaceSubject): Promise<Float32Array> {
  const { width, height, at } = levelBounds(face.mesh);
  const square = (size: number, sidePx: number) =>
    face.crop(squareCrop(at(0, 0), size * Math.max(width, height), 0, sidePx), sidePx);
  const outputs = await face.look("liveness", square(1.5, networkSidePx), networkSidePx, ["real"]);
  const [real, fake] = outputOf(outputs, "real");
  const logit = Math.log(((real as number) + 1e-6) / ((fake as number) + 1e-6));
  const near = square(1.5, cueSidePx);
  const spectrum = cueSpectrum(near);
  return Float32Array.of(
    Math.max(-logitMax, Math.min(logitMax, logit)),
    moireOf(spectrum),
    finenessOf(spectrum),
    ...colourCues(near),
    frameCue(square(3, cueSidePx)),
  );
}
