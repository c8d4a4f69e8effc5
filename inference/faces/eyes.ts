import { eyeFeatures } from "@/inference/heads/eye-features";
import file from "@/inference/heads/eye-head.json" with { type: "json" };
import { readLinearHead } from "@/inference/heads/linear-head";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import type { EyeLook } from "./eye-look";

const opennessOf = readLinearHead(file);

/** How open each eye is; dark glasses and narrow eyes in bad light read as closed now and then. */
export function findEyes([left, right]: readonly EyeLook[]): NonNullable<FaceAnalysis["eyes"]> {
  return { left: readEye(left as EyeLook), right: readEye(right as EyeLook) };
}

function readEye({ crop, points }: EyeLook): { openness: number; isOpen: boolean } {
  const openness = opennessOf(eyeFeatures(crop, points));
  return { openness, isOpen: openness >= 0.5 };
}
