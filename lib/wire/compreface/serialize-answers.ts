import type { Analysis } from "@/lib/domain/detection/types";
import type { Likeness } from "@/lib/domain/embeddings/types";
import type { EmbeddingMatch, Verification } from "@/lib/domain/verification/types";
import { type FaceStyle, serializeFace, serializeVersions, toFiveDecimals } from "./serialize";

/** Faces in the order of the analysis, largest first. */
export function serializeDetection(analysis: Analysis, style: FaceStyle) {
  return {
    result: analysis.faces.map((face) => serializeFace(face, { analysis, style, isRounded: false })),
    plugins_versions: serializeVersions(analysis, style),
  };
}

/** A list of one element, which holds the versions too. */
export function serializeVerification({ source, target, matches }: Verification, style: FaceStyle) {
  const [sourceFace] = source.faces.map((face) => serializeFace(face, { analysis: source, style, isRounded: true }));
  const faceMatches = matches.map((match) => ({
    ...serializeFace(match.face, { analysis: target, style, isRounded: true }),
    ...serializeLikeness(match, style),
  }));
  const versions = serializeVersions(target, style);
  return { result: [{ source_image_face: sourceFace, face_matches: faceMatches, plugins_versions: versions }] };
}

/** In the order of the matches, most similar first. */
export function serializeEmbeddingMatches(matches: readonly EmbeddingMatch[]) {
  return {
    result: matches.map(({ embedding, similarity }) => ({ embedding, similarity: toFiveDecimals(similarity) })),
  };
}

/** The similarity and, where the plugin was asked for, what follows from it. */
function serializeLikeness({ similarity, decision }: Likeness, { plugins }: FaceStyle) {
  return {
    similarity: toFiveDecimals(similarity),
    ...(plugins.includes("decision") && serializeDecision(decision)),
  };
}

function serializeDecision({ decision, similarityMin, falseAcceptRate }: Likeness["decision"]) {
  return {
    // A rate of one in a million would be 0 with five decimals.
    far: Number(falseAcceptRate.toPrecision(5)),
    decision: {
      value: decision,
      threshold: toFiveDecimals(similarityMin),
      false_accept_rate: Number(falseAcceptRate.toPrecision(5)),
    },
  };
}
