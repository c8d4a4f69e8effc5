import { detectWithBlaze } from "@/inference/detect/blazeface";
import type { Candidate } from "@/inference/detect/candidate";
import { fitMesh } from "@/inference/detect/mesh";
import type { Mesh } from "@/inference/faces/mesh-points";
import { createPyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Sessions } from "@/inference/runtime/session-store";

/**
 * The mesh of the face in the middle of a picture, laid twice as in the pipeline. When nothing is detected
 * (some masked crops), the middle of the picture is taken, so that a measurement covers every picture; `isDetected` says.
 */
export async function locateFace(image: RgbImage, sessions: Sessions): Promise<{ mesh: Mesh; isDetected: boolean }> {
  const pyramid = createPyramid(image);
  const side = Math.max(image.width, image.height);
  const square = { x: (image.width - side) / 2, y: (image.height - side) / 2, side };
  const candidates = await detectWithBlaze(await sessions("blazeface"), pyramid, square, 0.5);
  const best = candidates.toSorted((a, b) => rankOf(b, image) - rankOf(a, image))[0];
  const [x, y, half] = [image.width / 2, image.height / 2, side / 4];
  const middle = { xMin: x - half, yMin: y - half, xMax: x + half, yMax: y + half };
  const network = await sessions("mesh");
  const first = await fitMesh(network, pyramid, best ?? middle, best?.roll ?? 0);
  const second = await fitMesh(network, pyramid, first.bounds, first.roll);
  return { mesh: second.points, isDetected: best !== undefined };
}

/** A sure face beats an unsure one, but not one in the background. */
function rankOf(candidate: Candidate, { width, height }: RgbImage): number {
  const [x, y] = [(candidate.xMin + candidate.xMax) / 2, (candidate.yMin + candidate.yMax) / 2];
  return candidate.score - (2 * Math.hypot(x - width / 2, y - height / 2)) / Math.max(width, height);
}
