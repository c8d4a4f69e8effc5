import type { FaceItem, FaceMark, FacesOf, MarkedFace } from "@/lib/domain/faces/types";
import type { Subject, SubjectItem, SubjectPage } from "@/lib/domain/subjects/types";
import { serializePage } from "./serialize";

export const serializeSubject = ({ id, name }: Subject) => ({ id, name });

export function serializeSubjectItem({ createdAt, faceCount, thumbnailFaceId, ...subject }: SubjectItem) {
  return { ...serializeSubject(subject), faceCount, createdAt: createdAt.toISOString(), thumbnailFaceId };
}

export function serializeSubjectPage({ keepsPictures, ...page }: SubjectPage) {
  return { ...serializePage(serializeSubjectItem)(page), keepsPictures };
}

export function serializeFace({ id, createdAt, quality, modelTag, hasPicture }: FaceItem) {
  return { id, createdAt: createdAt.toISOString(), quality, modelTag, hasPicture };
}

export function serializeFacesOf({ items, total, next }: FacesOf) {
  return { items: items.map(serializeFace), total, next };
}

function serializeMark(mark: FaceMark) {
  if (mark.kind === "weak") return { kind: mark.kind };
  if (mark.kind === "outlier") return { kind: mark.kind, similarity: mark.similarity };
  return { kind: mark.kind, similarity: mark.similarity, subject: { id: mark.subjectId, name: mark.subject } };
}

export function serializeMarkedFace({ faceId, marks }: MarkedFace) {
  return { faceId, marks: marks.map(serializeMark) };
}
