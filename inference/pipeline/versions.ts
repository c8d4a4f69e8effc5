import fusion from "@/inference/detect/fusion-weights.json" with { type: "json" };
import ageRanges from "@/inference/faces/age-ranges.json" with { type: "json" };
import projection from "@/inference/faces/descriptor-projection.json" with { type: "json" };
import emotionFusion from "@/inference/faces/emotion-calibration.json" with { type: "json" };
import poseTemplate from "@/inference/faces/pose-template.json" with { type: "json" };
import eyeHead from "@/inference/heads/eye-head.json" with { type: "json" };
import maskHead from "@/inference/heads/mask-head.json" with { type: "json" };
import occlusionHeads from "@/inference/heads/occlusion-heads.json" with { type: "json" };
import livenessHead from "@/inference/liveness/liveness-head.json" with { type: "json" };
import { networks } from "@/inference/models/registry";
import unified from "@/inference/quality/unified.json" with { type: "json" };
import type { Analysis, Feature } from "./analysis";

const { blazeface, centernet, ssd, mesh, ageGender, emotion, expression, faceres, iris, liveness, recognition } =
  networks;

/** What decides a result: networks, and the small fits of our own behind them. */
const partsBehind = {
  detector: [blazeface, ssd, mesh, fusion],
  bodies: [centernet],
  landmarks5: [mesh],
  landmarks21: [mesh, iris],
  landmarks68: [mesh],
  landmarks106: [mesh],
  landmarks468: [mesh],
  age: [ageGender, ageRanges],
  gender: [ageGender],
  emotion: [mesh, emotion, expression, emotionFusion],
  mask: [recognition, maskHead],
  occlusion: [mesh, recognition, occlusionHeads],
  eyes: [mesh, iris, eyeHead],
  mouth: [mesh],
  liveness: [mesh, liveness, livenessHead],
  pose: [mesh, poseTemplate],
  embedding: [recognition, faceres, projection],
  alignedFace: [mesh],
  quality: [
    mesh,
    poseTemplate,
    iris,
    eyeHead,
    recognition,
    occlusionHeads,
    emotion,
    expression,
    emotionFusion,
    unified,
  ],
} as const satisfies Record<keyof Analysis["versions"], readonly { readonly version: string }[]>;

/**
 * Version tags of the detector and of the features asked for, such as `recognition-1+mask-1`; `own` are those of a model
 * pack's networks, which take the place of the standard ones.
 */
export function versionsOf(
  parts: readonly (Feature | "bodies" | "quality")[],
  own: Analysis["versions"] = {},
): Analysis["versions"] {
  const asked = ["detector", ...parts] as const;
  return Object.fromEntries(
    asked.map((part) => [part, own[part] ?? partsBehind[part].map(({ version }) => version).join("+")]),
  );
}
