import type { ServiceScope } from "@/lib/auth/service-scope";
import { db } from "@/lib/db/client";
import { oneAtATime } from "@/lib/db/one-at-a-time";
import { changeCollection, recordByPerson, requireKeyScope } from "@/lib/domain/collections/service";
import {
  deleteFacesOf,
  findSubjectByName,
  requireSubjectById,
  requireSubjectName,
} from "@/lib/domain/subjects/service";
import { AppError } from "@/lib/errors/app-error";
import { recordChange } from "@/lib/search/collection-version";
import { openEmbedding } from "@/lib/search/sealed-embedding";
import { adopt } from "./adopt";
import { type CollectionCopy, copyFaces } from "./copy-faces";
import {
  findAnswer,
  findFaceItem,
  findFaces,
  findFacesById,
  findFacesOf,
  findSealedEmbedding,
  findSealedPicture,
  findSealedThumbnail,
} from "./data";
import { enrol, type FaceToEnrol } from "./enrol";
import { findMarks } from "./marks";
import { deleteFaceRows, deleteServiceFaces, updateSubject } from "./mutations";
import { openPicture } from "./picture";
import { describeRetry } from "./retry";
import type {
  AddFaceRequest,
  AdoptFaceRequest,
  EnrolFaceRequest,
  EnrolledFace,
  FaceEmbedding,
  FaceItem,
  FacesOf,
  FacesOfRequest,
  FacesPage,
  FacesRequest,
  FacesToMark,
  KeptPicture,
  MarkedFace,
  StoredFace,
} from "./types";

const missing = () => new AppError("not_found", "The face does not exist.");

/**
 * Stores the one face of a picture under a subject, which is made where there is none. The picture is kept only where
 * the service says so. With an idempotency key a repeated request is answered like the first for 24 hours.
 *
 * @throws AppError `no_face`, `several_faces`; `invalid_request` for the subject or the idempotency key, and for a face
 *   that the service's quality gate refuses; `conflict` when
 *   the key named another request; `forbidden`; what reading the picture throws
 */
export async function enrolFace(request: EnrolFaceRequest): Promise<EnrolledFace> {
  const { subject, idempotencyKey, ...picture } = request;
  requireKeyScope(request.scope, "enrol");
  return enrolOnce({ ...picture, whose: { name: requireSubjectName(subject) } }, idempotencyKey);
}

async function enrolOnce(face: FaceToEnrol, idempotencyKey: string | undefined): Promise<EnrolledFace> {
  const { scope, whose } = face;
  if (idempotencyKey === undefined) return enrol(face, undefined);
  const retry = describeRetry(idempotencyKey, { ...face, subject: "id" in whose ? whose.id : whose.name });
  // A repetition that arrives while the first is under way waits for its answer instead of running the networks again.
  return oneAtATime(`enrol ${scope.serviceId} ${Buffer.from(retry.keyHash).toString("hex")}`, async () => {
    const earlier = await findAnswer(db(), scope.serviceId, retry);
    return earlier ?? enrol(face, retry);
  });
}

/**
 * `enrolFace` for a subject that is there.
 *
 * @throws AppError `not_found` for the subject; otherwise as `enrolFace`
 */
export async function addFace({ subjectId, idempotencyKey, ...picture }: AddFaceRequest): Promise<FaceItem> {
  const { scope } = picture;
  requireKeyScope(scope, "enrol");
  await requireSubjectById(db(), scope.serviceId, subjectId);
  const { faceId } = await enrolOnce({ ...picture, whose: { id: subjectId } }, idempotencyKey);
  const face = await findFaceItem(scope.serviceId, faceId);
  if (face === null) throw missing();
  return face;
}

/** A subject's faces, the newest first. @throws AppError `not_found` for the subject; `forbidden` */
export async function listFacesOf(scope: ServiceScope, wanted: FacesOfRequest): Promise<FacesOf> {
  requireKeyScope(scope, "read");
  await requireSubjectById(db(), scope.serviceId, wanted.subjectId);
  return findFacesOf(scope.serviceId, wanted);
}

/** What is odd about some of a subject's faces. @throws AppError `not_found` for the subject; `unavailable`; `forbidden` */
export async function markFaces(scope: ServiceScope, wanted: FacesToMark): Promise<readonly MarkedFace[]> {
  requireKeyScope(scope, "read");
  await requireSubjectById(db(), scope.serviceId, wanted.subjectId);
  return findMarks(scope, wanted);
}

/**
 * Gives faces to another subject of the collection.
 *
 * @returns how many moved: those that are the other's already or are gone do not count
 * @throws AppError `not_found` for the subject; `forbidden`
 */
export function moveFacesTo(
  scope: ServiceScope,
  { ids, subjectId }: { readonly ids: readonly string[]; readonly subjectId: string },
): Promise<{ readonly moved: number }> {
  return changeCollection(scope, "enrol", async (tx) => {
    await requireSubjectById(tx, scope.serviceId, subjectId);
    const found = await findFacesById(tx, scope.serviceId, ids);
    const moving = found.filter((face) => face.subjectId !== subjectId).map(({ faceId }) => faceId);
    await updateSubject(tx, moving, subjectId);
    await recordByPerson(tx, scope, moving.map(auditedFace("face.move")));
    const changes = moving.map((faceId) => ({ kind: "FACE_MOVED" as const, faceId, subjectId }));
    await recordChange(tx, scope.serviceId, changes);
    return { moved: moving.length };
  });
}

const auditedFace = (action: `face.${string}`) => (objectId: string) => ({
  action,
  objectType: "face" as const,
  objectId,
});

/**
 * Stores a face that another collection held, as it is: no network looks for it. Its pictures are kept only where the
 * service says so.
 *
 * @throws AppError `conflict` when the collection has it; `invalid_request` for the subject, and for an embedding that
 *   the running networks cannot have made; `forbidden`; what reading the pictures throws
 */
export async function adoptFace(request: AdoptFaceRequest): Promise<StoredFace> {
  requireKeyScope(request.scope, "enrol");
  return adopt({ ...request, subject: requireSubjectName(request.subject) });
}

/** Faces in order of age, which new ones do not disturb; none for a subject that is not there. @throws AppError `forbidden` */
export async function listFaces(scope: ServiceScope, { subject, ...part }: FacesRequest): Promise<FacesPage> {
  requireKeyScope(scope, "read");
  if (subject === undefined) return findFaces(scope.serviceId, undefined, part);
  const found = await findSubjectByName(scope.serviceId, subject);
  return found === null ? { items: [], total: 0 } : findFaces(scope.serviceId, found.id, part);
}

/**
 * Removes one subject with its faces, or all faces of the collection, whose subjects then stay.
 *
 * @returns how many faces there were @throws AppError `forbidden`
 */
export async function deleteFaces(
  scope: ServiceScope,
  { subject }: { readonly subject?: string | undefined },
): Promise<{ readonly count: number }> {
  if (subject !== undefined) return { count: await deleteFacesOf(scope, subject) };
  return changeCollection(scope, "delete", async (tx) => {
    const count = await deleteServiceFaces(tx, scope.serviceId);
    if (count > 0) await recordChange(tx, scope.serviceId, [{ kind: "ALL_REMOVED" }]);
    return { count };
  });
}

/** Its subject stays, even when this was the last of its faces. @throws AppError `not_found`; `forbidden` */
export async function deleteFace(scope: ServiceScope, faceId: string): Promise<StoredFace> {
  const [face] = await deleteFacesById(scope, [faceId]);
  if (face === undefined) throw missing();
  return face;
}

/** @returns those that were there, in order of age @throws AppError `forbidden` */
export function deleteFacesById(scope: ServiceScope, ids: readonly string[]): Promise<readonly StoredFace[]> {
  return changeCollection(scope, "delete", async (tx) => {
    const found = await findFacesById(tx, scope.serviceId, ids);
    const faceIds = found.map(({ faceId }) => faceId);
    await recordByPerson(tx, scope, faceIds.map(auditedFace("face.delete")));
    await deleteFaceRows(tx, faceIds);
    const changes = found.map(({ faceId, subjectId }) => ({ kind: "FACE_REMOVED" as const, faceId, subjectId }));
    await recordChange(tx, scope.serviceId, changes);
    return found.map(({ faceId, subject }) => ({ faceId, subject }));
  });
}

/** The picture of a face, upright and without metadata. Null when there is no such face or no picture was kept. */
export async function readPicture(scope: ServiceScope, faceId: string): Promise<KeptPicture | null> {
  requireKeyScope(scope, "read");
  const row = await findSealedPicture(scope.serviceId, faceId);
  return row && { bytes: openPicture(row.faceId, "picture", row.pictureCipher), mediaType: row.mediaType };
}

/** A JPEG of 160 x 160 pixels around the face. Null when there is no such face or no picture was kept. */
export async function readThumbnail(scope: ServiceScope, faceId: string): Promise<KeptPicture | null> {
  requireKeyScope(scope, "read");
  const row = await findSealedThumbnail(scope.serviceId, faceId);
  return row && { bytes: openPicture(row.faceId, "thumbnail", row.thumbnailCipher), mediaType: "image/jpeg" };
}

/** @throws AppError `not_found`; `forbidden` */
export async function findEmbedding(scope: ServiceScope, faceId: string): Promise<FaceEmbedding> {
  requireKeyScope(scope, "read");
  const row = await findSealedEmbedding(scope.serviceId, faceId);
  if (row === null) throw missing();
  const { id, embeddingCipher, modelTag, subject } = row;
  return { subject: subject.name, embedding: openEmbedding(id, embeddingCipher), modelTag };
}

/** Copies a collection with its kept pictures into a service that has none, for the use case that makes that service. */
export function copyCollection(way: CollectionCopy): Promise<void> {
  return copyFaces(way);
}
