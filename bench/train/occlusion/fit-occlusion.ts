import { encodePackedHead, type PackedHeadsFile } from "@/inference/heads/packed-heads";
import type { OcclusionRegion } from "@/inference/pipeline/analysis";
import { fitHeads, logitOf } from "./fit-heads";
import { regionNames } from "./regions";
import type { Sample } from "./samples";

export interface OcclusionPhotos {
  readonly painted: readonly Sample[];
  readonly masks: readonly Sample[];
  /** Features of photos that are taken for bare and that nothing else is fitted on; they set the borders. */
  readonly bare: readonly Float32Array[];
}

/** Real photos say more than painted ones. */
const maskWeight = 2;
const options = { epochs: 10, rate: 3e-4, decay: 0.3 } as const;
/** Share of the bare photos that one region may call occluded; some of them are. */
const falseRate = 0.004;

/** What a worn mask covers for certain; cheeks are covered by some and not by others. */
export function labelMask(isMasked: boolean): number[] {
  const certain: readonly OcclusionRegion[] = ["mouth", "nose", "chin"];
  const open: readonly OcclusionRegion[] = ["leftCheek", "rightCheek"];
  return regionNames.map((name) => {
    if (!isMasked) return 0;
    return certain.includes(name) ? 1 : open.includes(name) ? Number.NaN : 0;
  });
}

export function fitOcclusion({ painted, masks, bare }: OcclusionPhotos): PackedHeadsFile<OcclusionRegion> {
  const samples = [...painted, ...masks];
  const fitted = fitHeads(
    samples.map(({ features }) => features),
    samples.map(({ labels }) => labels),
    (row) => (row < painted.length ? 1 : maskWeight),
    options,
  );
  const heads = fitted.map((head, i) => {
    const scores = bare.map((features) => logitOf(head, features)).sort((a, b) => b - a);
    const border = scores[Math.floor(falseRate * scores.length)] as number;
    return [regionNames[i], encodePackedHead(head.weights, head.bias - border)] as const;
  });
  const recipe = `Logistic regressions (${options.epochs} epochs, decay ${options.decay}) on map8 of recognition-1, ${painted.length} painted faces and ${masks.length} mask crops; borders where ${100 * falseRate} % of ${bare.length} bare faces are flagged. Made by bench/train/occlusion/train.ts.`;
  return {
    version: "occlusion-1",
    recipe,
    heads: Object.fromEntries(heads) as PackedHeadsFile<OcclusionRegion>["heads"],
  };
}
