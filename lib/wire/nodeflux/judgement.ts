import type { Analysis, FaceAnalysis } from "@/lib/domain/detection/types";
import { roundTo } from "@/lib/http/round-to";
import { iqaScoreOf } from "./iqa-score";
import type { Thresholds } from "./schema";

type Occlusion = NonNullable<FaceAnalysis["occlusion"]>;
type Region = keyof Occlusion;

/**
 * Whose left the vendor's left is: the document does not say. The person's own suits advice that is spoken to the
 * person; `false` makes it the left of the picture.
 */
const isPersonsOwnLeft = true;

const [left, right] = isPersonsOwnLeft ? (["right", "left"] as const) : (["left", "right"] as const);

/** The vendor's names in its order, with the region of the picture that each means. */
const regions = {
  cheek_left: `${left}Cheek`,
  cheek_right: `${right}Cheek`,
  chin: "chin",
  eye_left: `${left}Eye`,
  eye_right: `${right}Eye`,
  eyebrow_left: `${left}Eyebrow`,
  eyebrow_right: `${right}Eyebrow`,
  forehead: "forehead",
  mouth: "mouth",
  nose: "nose",
} as const satisfies Record<string, Region>;

type Feature = keyof typeof regions;

export type Verdict = "accepted" | "notOneFace" | "occluded" | "poorQuality";

interface FaceOcclusion {
  readonly occluded: boolean;
  readonly occluded_features: Readonly<Record<Feature, boolean>>;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly occlusion?: FaceOcclusion;
  readonly iqa?: { readonly accepted: boolean; readonly iqa_score: number };
}

/**
 * Judges an image as the vendor does, in its order: exactly one face, nothing hidden, good enough. A later step has no
 * result when an earlier one rejects.
 */
export function judge({ faces: [face, other] }: Analysis, thresholds: Thresholds): Judgement {
  if (face === undefined || other !== undefined) return { verdict: "notOneFace" };
  const { occlusion: measured, quality } = face;
  if (measured === undefined || quality?.unified === undefined) throw new Error("The face was not measured.");
  const occlusion = occlusionOf(measured, thresholds.face_occlusion.threshold);
  if (occlusion.occluded) return { verdict: "occluded", occlusion };
  const iqa_score = roundTo(iqaScoreOf(quality.unified.native), 4);
  const accepted = iqa_score >= thresholds.face_iqa.threshold;
  return { verdict: accepted ? "accepted" : "poorQuality", occlusion, iqa: { accepted, iqa_score } };
}

function occlusionOf(measured: Occlusion, threshold: number): FaceOcclusion {
  const entries = Object.entries(regions).map(
    ([feature, region]) => [feature, measured[region].probability > threshold] as const,
  );
  const occluded_features = Object.fromEntries(entries) as Record<Feature, boolean>;
  return { occluded: entries.some(([, isOccluded]) => isOccluded), occluded_features };
}
