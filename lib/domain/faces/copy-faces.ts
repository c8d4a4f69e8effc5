import type { Prisma } from "@/lib/db/generated/client";
import { newRowId } from "@/lib/db/row-id";
import { copySubjects } from "@/lib/domain/subjects/service";
import { recordChange } from "@/lib/search/collection-version";
import { embeddingKey, resealEmbedding } from "@/lib/search/sealed-embedding";
import { findFacesWithPicture, findSealedFaces, findSealedPictures } from "./data";
import { insertFaceCopies, insertPictureCopies } from "./mutations";
import { resealPicture } from "./picture";

// Between two statements the server answers others; sealing these takes a few milliseconds.
const facesPerStep = 250;
// Of up to some megabytes each.
const picturesPerStep = 8;

/** Ids of faces and those of their copies. */
type Copies = ReadonlyMap<string, string>;

/** Out of a snapshot of one service into another, which the transaction writes. */
export interface CollectionCopy {
  readonly snapshot: Prisma.TransactionClient;
  readonly from: string;
  readonly tx: Prisma.TransactionClient;
  readonly to: string;
}

/**
 * Copies subjects, faces and kept pictures of one service, as they are in the snapshot, into another, which has none.
 * What is sealed is sealed anew, since a seal holds for one row only. Others go on changing the source meanwhile:
 * nothing of it may be read but by the snapshot.
 */
export async function copyFaces(way: CollectionCopy): Promise<void> {
  const subjects = await copySubjects(way);
  let copies: Copies = new Map();
  do {
    copies = await copyStep(way, { subjects, after: [...copies.keys()].at(-1) });
    await copyPictures(way, copies);
  } while (copies.size === facesPerStep);
  if (subjects.size > 0) await recordChange(way.tx, way.to, [{ kind: "RELOAD" }]);
}

interface Step {
  readonly subjects: Copies;
  /** The last face of the step before. */
  readonly after: string | undefined;
}

async function copyStep({ snapshot, from, tx, to }: CollectionCopy, { subjects, after }: Step): Promise<Copies> {
  const faces = await findSealedFaces(snapshot, from, { after, take: facesPerStep });
  const key = embeddingKey();
  const copies = faces.map((face) => {
    const id = newRowId(face.createdAt.getTime());
    const embeddingCipher = resealEmbedding(key, face.embeddingCipher, face.id, id);
    return { ...face, id, subjectId: subjects.get(face.subjectId) as string, embeddingCipher };
  });
  if (copies.length > 0) await insertFaceCopies(tx, to, copies);
  return new Map(faces.map((face, index) => [face.id, copies[index]?.id as string]));
}

async function copyPictures({ snapshot, tx }: CollectionCopy, faces: Copies): Promise<void> {
  const ids = await findFacesWithPicture(snapshot, [...faces.keys()]);
  for (let at = 0; at < ids.length; at += picturesPerStep) {
    const pictures = await findSealedPictures(snapshot, ids.slice(at, at + picturesPerStep));
    const copies = pictures.map(({ faceId: from, pictureCipher, thumbnailCipher, mediaType }) => {
      const faceId = faces.get(from) as string;
      return {
        faceId,
        mediaType,
        pictureCipher: resealPicture("picture", pictureCipher, from, faceId),
        thumbnailCipher: resealPicture("thumbnail", thumbnailCipher, from, faceId),
      };
    });
    await insertPictureCopies(tx, copies);
  }
}
