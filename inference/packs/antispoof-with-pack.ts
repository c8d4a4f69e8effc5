import type { FaceSubject } from "@/inference/faces/face-subject";
import { findLiveness } from "@/inference/faces/liveness";
import { levelBounds } from "@/inference/faces/mesh-points";
import { squareCrop } from "@/inference/geometry/similarity";
import { InferenceError } from "@/inference/inference-error";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import type { FloatSession } from "@/inference/runtime/ort";
import { toPlanes } from "./to-planes";

/** How much wider than the face the crop is that such networks are trained on. */
const window = 1.5;
const format = { mean: 0, divisor: 255, order: "rgb" } as const;

/**
 * Liveness by the standard head and by the pack's network in equal parts: the mean of their logits. The network's first
 * output is taken for the living face; the others, prints or screens, for attacks.
 */
export async function findLivenessWithPack(
  session: FloatSession,
  face: FaceSubject,
): Promise<NonNullable<FaceAnalysis["liveness"]>> {
  const logit = await readAntispoof(session, face);
  const { probability: standard } = await findLiveness(face);
  return { probability: 1 / (1 + Math.exp(-(logitOf(standard) + logit) / 2)) };
}

/** What the network alone says: the logit of a living face, bounded. */
export async function readAntispoof(session: FloatSession, face: FaceSubject): Promise<number> {
  const sidePx = session.inputShape[2];
  if (sidePx === undefined) throw new InferenceError("model_corrupt", "The anti-spoof network has no input size.");
  const { width, height, at } = levelBounds(face.mesh);
  const square = squareCrop(at(0, 0), window * Math.max(width, height), 0, sidePx);
  const [scores] = await session.run(
    toPlanes({ data: face.crop(square, sidePx), width: sidePx, height: sidePx }, format),
  );
  return logitOfFirst(scores?.data ?? new Float32Array());
}

const logitOf = (probability: number) => Math.log((probability + 1e-6) / (1 - probability + 1e-6));

/** The logit of the first class's softmax: its score less the logarithm of the summed exponentials of the others. */
function logitOfFirst([first, ...others]: Float32Array): number {
  if (first === undefined || others.length === 0) {
    throw new InferenceError("model_corrupt", "The anti-spoof network gives no scores for two classes or more.");
  }
  const largest = Math.max(...others);
  const sum = others.reduce((total, score) => total + Math.exp(score - largest), 0);
  return Math.max(-logitMax, Math.min(logitMax, first - largest - Math.log(sum)));
}

/** Such networks are surer than they are right. */
const logitMax = 8;
