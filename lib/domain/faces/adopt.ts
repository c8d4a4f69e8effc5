import { newRowId } from "@/lib/db/row-id";
import { changeCollection } from "@/lib/domain/collections/service";
import { analyzePicture } from "@/lib/domain/detection/service";
import { runningModelTag, toEmbedding } from "@/lib/domain/embeddings/service";
import { ensureSubject } from "@/lib/domain/subjects/service";
import { AppError } from "@/lib/errors/app-error";
import { recordChange } from "@/lib/search/collection-version";
import { sealEmbedding } from "@/lib/search/sealed-embedding";
import { findServiceOfFace } from "./data";
import { insertFace, type NewFace } from "./mutations";
import { sealPicture } from "./picture";
import type { AdoptFaceRequest, KeptPicture, StoredFace } from "./types";

/** Rounding leaves the length of a normalised embedding this close to 1. */
const lengthTolerance = 1e-3;

const present = () => new AppError("conflict", "The collection has this face already.");

/** Stores a face whose embedding is known; all that belongs to it in one transaction, or nothing. */
export async function adopt(request: AdoptFaceRequest): Promise<StoredFace> {
  const { scope, subject, faceId, also } = request;
  const { serviceId } = scope;
  requireOwnEmbedding(request);
  const holder = await findServiceOfFace(faceId);
  if (holder === serviceId) throw present();
  const id = holder === null ? faceId.toLowerCase() : newRowId(request.createdAt.getTime());
  const face = await sealFace(id, request);
  return changeCollection(scope, "enrol", async (tx) => {
    // Twice in one archive, or in two that are read at the same time.
    if ((await findServiceOfFace(id, tx)) !== null) throw present();
    const { id: subjectId, name } = await ensureSubject(tx, serviceId, subject);
    const answer = { faceId: id, subject: name };
    await insertFace(tx, { serviceId, subjectId }, face);
    await also?.(tx, answer);
    await recordChange(tx, serviceId, [{ kind: "FACE_ADDED", faceId: id, subjectId }]);
    return answer;
  });
}

function requireOwnEmbedding({ embedding, modelTag }: AdoptFaceRequest): void {
  if (modelTag !== runningModelTag()) throw new AppError("invalid_request", "Other networks made this embedding.");
  toEmbedding(Array.from(embedding));
  if (Math.abs(Math.hypot(...embedding) - 1) <= lengthTolerance) return;
  throw new AppError("invalid_request", "The embedding is not of length 1.");
}

async function sealFace(id: string, request: AdoptFaceRequest): Promise<NewFace> {
  const { embedding, modelTag, createdAt, pictures, scope } = request;
  const row = { id, embeddingCipher: sealEmbedding(id, embedding), modelTag, createdAt };
  if (pictures === undefined || !scope.settings.saveImages) return row;
  const [picture, thumbnail] = [
    await cleanPicture(request, pictures.picture),
    await cleanPicture(request, pictures.thumbnail),
  ];
  return {
    ...row,
    image: {
      pictureCipher: sealPicture(id, "picture", picture.bytes),
      mediaType: picture.mediaType,
      thumbnailCipher: sealPicture(id, "thumbnail", thumbnail.bytes),
    },
  };
}

/** Whoever wrote the archive may have put anything under a picture's name. */
async function cleanPicture({ scope, signal }: AdoptFaceRequest, bytes: Uint8Array): Promise<KeptPicture> {
  const wishes = { features: [], wholeImage: true, picture: true } as const;
  const { picture } = await analyzePicture({ scope, bytes, signal, ...wishes });
  if (picture === undefined) throw new AppError("image_unreadable", "The kept picture is damaged.");
  return picture;
}
