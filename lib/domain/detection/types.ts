import type { AnalyzeOptions, Edges, Feature } from "@/inference/pipeline/analysis";
import type { Engine } from "@/inference/pipeline/engine";
import type { ServiceScope } from "@/lib/auth/service-scope";

export type {
  Analysis,
  AnalyzeOptions,
  Edges,
  FaceAnalysis,
  Feature,
  Point,
} from "@/inference/pipeline/analysis";

export interface AnalysisRequest {
  readonly scope: ServiceScope;
  /** The file as it was sent; it moves to a worker and is empty for the caller afterwards. */
  readonly bytes: Uint8Array;
  readonly features: readonly Feature[];
  /** What to measure of every face; absent = nothing. */
  readonly quality?: AnalyzeOptions["quality"] | undefined;
  /** 0..1, boxes at or below it are dropped; the service's own threshold, else the model pack's, when absent. */
  readonly probabilityMin?: number | undefined;
  /** Keeps the largest faces only, before any feature runs; absent = all. */
  readonly facesMax?: number | undefined;
  /** Takes the whole picture for one face instead of looking for faces. */
  readonly wholeImage?: true | undefined;
  /** Takes the picture for a face that was cut out as the feature `alignedFace` does it. */
  readonly alignedPicture?: true | undefined;
  /** Takes these for the faces instead of looking for faces; edges as shares of the upright picture's size, 0..1. */
  readonly faceBoxes?: readonly Edges[] | undefined;
  /** Looks for people besides faces. */
  readonly bodies?: true | undefined;
  /** Makes what may be kept of a picture with exactly one face. */
  readonly picture?: true | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface SeriesRequest {
  readonly scope: ServiceScope;
  /** Files of one moment; they move to a worker. */
  readonly pictures: readonly Uint8Array[];
  readonly signal?: AbortSignal | undefined;
}

export type SeriesVerdict = Awaited<ReturnType<Engine["judgeSeries"]>>;
