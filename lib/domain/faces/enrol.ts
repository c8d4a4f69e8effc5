import { newRowId } from "@/lib/db/row-id";
import { changeCollection, recordByPerson } from "@/lib/domain/collections/service";
import { detectFaces } from "@/lib/domain/detection/service";
import type { Analysis } from "@/lib/domain/detection/types";
import { measuresOfGate, passGate } from "@/lib/domain/quality/service";
import { ensureSubject, requireSubjectById } from "@/lib/domain/subjects/service";
import { AppError } from "@/lib/errors/app-error";
import { recordChange } from "@/lib/search/collection-version";
import { sealEmbedding } from "@/lib/search/sealed-embedding";
import { findAnswer } from "./data";
import { insertAnswer, insertFace, type NewFace } from "./mutations";
import { sealPicture } from "./picture";
import type { Retry } from "./retry";
import type { EnrolFaceRequest, EnrolledFace } from "./types";

/** Whose face it is: a subject that is there, or one that is made where there is none of the name. */
type Whose = { readonly id: string } | { readonly name: string };

export type FaceToEnrol = Omit<EnrolFaceRequest, "subject" | "idempotencyKey"> & { readonly whose: Whose };

/** Looks at the picture and stores its face; all that belongs to it in one transaction, or nothing. */
export async function enrol(request: FaceToEnrol, retry: Retry | undefined): Promise<EnrolledFace> {
  const { scope, whose, also } = request;
  const analysis = await analyzeOneFace(request);
  const quality = passGate(analysis.faces[0]?.quality, scope.settings);
  const face = { ...sealFace(analysis), quality: quality?.unified ?? null };
  return changeCollection(scope, "enrol", async (tx) => {
    const { serviceId } = scope;
    const earlier = retry && (await findAnswer(tx, serviceId, retry));
    if (earlier) return earlier;
    const { id: subjectId, name } =
      "id" in whose
        ? await requireSubjectById(tx, serviceId, whose.id)
        : await ensureSubject(tx, serviceId, whose.name);
    const answer = { faceId: face.id, subject: name };
    await insertFace(tx, { serviceId, subjectId }, face);
    await recordByPerson(tx, scope, [{ action: "face.add", objectType: "face", objectId: face.id }]);
    if (retry) await insertAnswer(tx, serviceId, retry, answer);
    await also?.(tx, answer);
    await recordChange(tx, serviceId, [{ kind: "FACE_ADDED", faceId: face.id, subjectId }]);
    return { ...answer, ...(quality && { quality }) };
  });
}

async function analyzeOneFace(request: FaceToEnrol): Promise<Analysis> {
  const { scope, bytes, probabilityMin, signal } = request;
  const picture = scope.settings.saveImages ? true : undefined;
  const quality = measuresOfGate(scope.settings);
  const wishes = { features: ["embedding"], quality, facesMax: 2, probabilityMin, picture } as const;
  const analysis = await detectFaces({ scope, bytes, signal, ...wishes });
  if (analysis.faces.length === 1) return analysis;
  throw new AppError("several_faces", "The image contains more than one face.");
}

/** Encrypts what is stored of it, under the id that its row will have. */
function sealFace({ faces: [face], versions, picture }: Analysis): NewFace {
  if (face?.embedding === undefined || versions.embedding === undefined) throw new Error("the face has no embedding");
  const id = newRowId();
  return {
    id,
    embeddingCipher: sealEmbedding(id, face.embedding),
    modelTag: versions.embedding,
    image: picture && {
      pictureCipher: sealPicture(id, "picture", picture.bytes),
      mediaType: picture.mediaType,
      thumbnailCipher: sealPicture(id, "thumbnail", picture.thumbnail),
    },
  };
}
