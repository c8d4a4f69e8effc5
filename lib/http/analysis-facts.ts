import type { RequestFacts } from "./wire";

/** The part of an analysis that is not about persons. */
interface MeasuredAnalysis {
  readonly faces: readonly { readonly timingsMs: Readonly<Record<string, number | undefined>> }[];
  readonly versions: Readonly<Record<string, string | undefined>>;
  /** Milliseconds per stage; `queue` is the wait for a worker. */
  readonly timingsMs: Readonly<Record<"queue" | "decode" | "detect", number>>;
}

/** How many faces, which networks, how long: what a request event may tell of an analysis. */
export function analysisFacts({ faces, versions, timingsMs }: MeasuredAnalysis): RequestFacts {
  const stagesMs: Record<string, number> = { ...timingsMs };
  for (const face of faces) {
    for (const [feature, ms] of Object.entries(face.timingsMs)) {
      if (ms !== undefined) stagesMs[feature] = (stagesMs[feature] ?? 0) + ms;
    }
  }
  return { facesFound: faces.length, modelVersions: { ...versions }, queueMs: Math.round(timingsMs.queue), stagesMs };
}
