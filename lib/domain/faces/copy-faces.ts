import type { Prisma } from "@/lib/db/generated/client";
import { newRowId } from "@/lib/db/row-id";
import { holdCollection } from "@/lib/domain/collections/service";
import { copySubjects } from "@/lib/domain/subjects/service";
import { recordChange } from "@/lib/search/collection-version";
import { embeddingKey, resealEmbedding } from "@/lib/search/sealed-embedding";
import { findFacesWithPicture, findSealedImages, findStoredFaces } from "./data";
import { insertFaceRows, insertImageRows } from "./mutations";
import { resealPicture } from "./picture";

// Between two statements the server answers others; sealing these takes a few milliseconds.
const facesPerStep = 250;
// Of up to some megabytes each.
const imagesPerStep = 8;

/** Ids of faces and those of their copies. */
type Copies = ReadonlyMap<string, string>;

interface Way {
  readonly from: string;
  readonly to: string;
}

/**
 * Copies subjects, faces and kept pictures of one service into another, which has none, in the caller's transaction.
 * What is sealed is sealed anew, since a seal holds for one row only. Until the end the source stays as it is.
 */
export async function copyFaces(tx: Prisma.TransactionClient, way: Way): Promise<void> {
  await holdCollection(tx, way.from);
  const subjects = await copySubjects(tx, way);
  let copies: Copies = new Map();
  do {
    copies = await copyStep(tx, way, { subjects, after: [...copies.keys()].at(-1) });
    await copyImages(tx, copies);
  } while (copies.size === facesPerStep);
  if (subjects.size > 0) await recordChange(tx, way.to, [{ kind: "RELOAD" }]);
}

interface Step {
  readonly subjects: Copies;
  /** The last face of the step before. */
  readonly after: string | undefined;
}

async function copyStep(tx: Prisma.TransactionClient, way: Way, { subjects, after }: Step): Promise<Copies> {
  const faces = await findStoredFaces(tx, way.from, { after, take: facesPerStep });
  const key = embeddingKey();
  const rows = faces.map(({ embeddingCipher, subjectId, ...face }) => {
    const id = newRowId(face.createdAt.getTime());
    const sealed = resealEmbedding(key, embeddingCipher, face.id, id);
    return { ...face, id, serviceId: way.to, subjectId: subjects.get(subjectId) as string, embeddingCipher: sealed };
  });
  if (rows.length > 0) await insertFaceRows(tx, rows);
  return new Map(faces.map(({ id }, index) => [id, rows[index]?.id as string]));
}

async function copyImages(tx: Prisma.TransactionClient, copies: Copies): Promise<void> {
  const ids = await findFacesWithPicture(tx, [...copies.keys()]);
  for (let from = 0; from < ids.length; from += imagesPerStep) {
    const images = await findSealedImages(tx, ids.slice(from, from + imagesPerStep));
    const rows = images.map(({ faceId, pictureCipher, mediaType, thumbnailCipher }) => {
      const copy = copies.get(faceId) as string;
      return {
        faceId: copy,
        pictureCipher: resealPicture("picture", pictureCipher, faceId, copy),
        mediaType,
        thumbnailCipher: resealPicture("thumbnail", thumbnailCipher, faceId, copy),
      };
    });
    await insertImageRows(tx, rows);
  }
}
