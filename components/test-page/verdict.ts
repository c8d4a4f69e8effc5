import type { ShownFace } from "./answer";

type Verdict = "match" | "unknown";

/** The similarity that decides: to the best subject, or to the face of the other picture. */
export const similarityOf = ({ similarity, subjects }: ShownFace): number | undefined =>
  similarity ?? subjects?.[0]?.similarity;

/** Where the service decides; null when the answer has no decision. */
export const serviceThresholdOf = (faces: readonly ShownFace[]): number | null =>
  faces.find(({ decision }) => decision !== undefined)?.decision?.threshold ?? null;

/** How a verdict is called: a face is known or not, two faces are a match or not. */
export function verdictText({ similarity }: ShownFace, verdict: Verdict) {
  if (verdict === "match") return "testPage.match";
  return similarity === undefined ? "testPage.unknown" : "testPage.noMatch";
}

/** What a face would be at that threshold; null for a face that is compared with nothing, or without a threshold. */
export function verdictOf(face: ShownFace, threshold: number | null): Verdict | null {
  const isCompared = face.similarity !== undefined || face.subjects !== undefined;
  if (!isCompared || threshold === null) return null;
  return (similarityOf(face) ?? -1) >= threshold ? "match" : "unknown";
}
