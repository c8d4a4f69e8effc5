import type { Prisma } from "@/lib/db/generated/client";
import { newRowId } from "@/lib/db/row-id";
import { holdCollection } from "@/lib/domain/collections/service";
import { copySubjects } from "@/lib/domain/subjects/service";
import { recordChange } from "@/lib/search/collection-version";
import { embeddingKey, resealEmbedding } from "@/lib/search/sealed-embedding";
import { findFacesWithPicture, findSealedEmbeddings, findSealedPictures } from "./data";
import { insertFaceCopies, insertPictureCopies } from "./mutations";
import { resealPicture } from "./picture";

// Between two statements the server answers others; sealing these takes a few milliseconds.
const facesPerStep = 250;
// Of up to some megabytes each.
const picturesPerStep = 8;

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
    await copyPictures(tx, copies);
  } while (copies.size === facesPerStep);
  if (subjects.size > 0) await recordChange(tx, way.to, [{ kind: "RELOAD" }]);
}

interface Step {
  readonly subjects: Copies;
  /** The last face of the step before. */
  readonly after: string | undefined;
}

async function copyStep(tx: Prisma.TransactionClient, way: Way, { subjects, after }: Step): Promise<Copies> {
  const faces = await findSealedEmbeddings(tx, way.from, { after, take: facesPerStep });
  const key = embeddingKey();
  const copies = faces.map(({ id: from, createdAt, subjectId, embeddingCipher }) => {
    const id = newRowId(createdAt.getTime());
    const sealed = resealEmbedding(key, embeddingCipher, from, id);
    return { from, id, subjectId: subjects.get(subjectId) as string, embeddingCipher: sealed };
  });
  if (copies.length > 0) await insertFaceCopies(tx, way.to, copies);
  return new Map(copies.map(({ from, id }) => [from, id]));
}

async function copyPictures(tx: Prisma.TransactionClient, faces: Copies): Promise<void> {
  const ids = await findFacesWithPicture(tx, [...faces.keys()]);
  for (let at = 0; at < ids.length; at += picturesPerStep) {
    const pictures = await findSealedPictures(tx, ids.slice(at, at + picturesPerStep));
    const copies = pictures.map(({ faceId: from, pictureCipher, thumbnailCipher }) => {
      const faceId = faces.get(from) as string;
      return {
        from,
        faceId,
        pictureCipher: resealPicture("picture", pictureCipher, from, faceId),
        thumbnailCipher: resealPicture("thumbnail", thumbnailCipher, from, faceId),
      };
    });
    await insertPictureCopies(tx, copies);
  }
}
