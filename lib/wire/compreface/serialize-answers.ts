import type { Analysis } from "@/lib/domain/detection/types";
import type { Likeness } from "@/lib/domain/embeddings/types";
import type { Finding, Recognition, RecognizedEmbedding, StoredFaceVerification } from "@/lib/domain/recognition/types";
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

/** Faces with the subjects that look most like each. */
export function serializeRecognition({ analysis, faces }: Recognition, style: FaceStyle) {
  const result = faces.map((finding) => ({
    ...serializeFace(finding.face, { analysis, style, isRounded: true }),
    subjects: serializeSubjects(finding, style.plugins),
    decision: serializeBestDecision(finding, style.plugins),
  }));
  return { result, plugins_versions: serializeVersions(analysis, style) };
}

/** In the order of the embeddings; the list has another name here than in the answer to a picture. */
export function serializeRecognizedEmbeddings(findings: readonly RecognizedEmbedding[]) {
  return {
    result: findings.map((finding) => ({ embedding: finding.embedding, similarities: serializeSubjects(finding, []) })),
  };
}

function serializeSubjects({ subjects }: Finding, plugins: readonly string[]) {
  return subjects.map(({ subject, similarity, falseAcceptRate }) => ({
    subject,
    similarity: toFiveDecimals(similarity),
    far: plugins.includes("decision") ? toFiveDigits(falseAcceptRate) : undefined,
  }));
}

function serializeBestDecision({ subjects, decision }: Finding, plugins: readonly string[]) {
  if (!plugins.includes("decision")) return undefined;
  const [best] = subjects;
  return {
    value: decision.decision,
    threshold: toFiveDecimals(decision.similarityMin),
    false_accept_rate: best && toFiveDigits(best.falseAcceptRate),
  };
}

/** Every face of the picture beside the subject it was compared with. */
export function serializeStoredVerification({ analysis, subject, matches }: StoredFaceVerification, style: FaceStyle) {
  const result = matches.map((match) => ({
    ...serializeFace(match.face, { analysis, style, isRounded: true }),
    subject,
    ...serializeLikeness(match, style),
  }));
  return { result, plugins_versions: serializeVersions(analysis, style) };
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
    far: toFiveDigits(falseAcceptRate),
    decision: {
      value: decision,
      threshold: toFiveDecimals(similarityMin),
      false_accept_rate: toFiveDigits(falseAcceptRate),
    },
  };
}

/** A rate of one in a million would be 0 with five decimals. */
const toFiveDigits = (rate: number): number => Number(rate.toPrecision(5));
