import { db } from "@/lib/db/client";
import { idBeforeAll } from "@/lib/db/row-id";

export interface FaceRow {
  readonly id: string;
  readonly subject: string;
  readonly createdAt: Date;
  readonly modelTag: string;
  readonly embeddingCipher: Uint8Array;
  /** Null where no picture is kept. */
  readonly mediaType: string | null;
}

/** Some faces with what there is of them but their pictures, in order of their ids, behind the face `after`. */
export function findFaceRows(serviceId: string, after = idBeforeAll, take = 500): Promise<FaceRow[]> {
  return db().$queryRaw<FaceRow[]>`
    SELECT f."id", s."name" AS "subject", f."createdAt", f."modelTag", f."embeddingCipher", i."mediaType"
    FROM "Face" f JOIN "Subject" s ON s."id" = f."subjectId" LEFT JOIN "FaceImage" i ON i."faceId" = f."id"
    WHERE f."serviceId" = ${serviceId}::uuid AND f."id" > ${after}::uuid ORDER BY f."id" LIMIT ${take}`;
}

export interface PictureRow {
  readonly id: string;
  readonly mediaType: string;
}

/** Some faces whose pictures are kept, in order of their ids, behind the face `after`. */
export function findPictureRows(serviceId: string, after = idBeforeAll, take = 500): Promise<PictureRow[]> {
  return db().$queryRaw<PictureRow[]>`
    SELECT f."id", i."mediaType" FROM "Face" f JOIN "FaceImage" i ON i."faceId" = f."id"
    WHERE f."serviceId" = ${serviceId}::uuid AND f."id" > ${after}::uuid ORDER BY f."id" LIMIT ${take}`;
}
