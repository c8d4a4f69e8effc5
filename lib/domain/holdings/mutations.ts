import { db } from "@/lib/db/client";

/** Notes how large every collection is, over what was noted on the same day before. */
export async function storeCollectionSizes(day: Date): Promise<void> {
  await db().$executeRaw`
    INSERT INTO "CollectionSize" ("serviceId", "day", "subjects", "faces")
    SELECT service."id", ${day}::date, coalesce(subjects.number, 0), coalesce(faces.number, 0)
    FROM "Service" service
    LEFT JOIN (SELECT "serviceId", count(*)::int AS number FROM "Subject" GROUP BY 1) subjects
      ON subjects."serviceId" = service."id"
    LEFT JOIN (SELECT "serviceId", count(*)::int AS number FROM "Face" GROUP BY 1) faces
      ON faces."serviceId" = service."id"
    WHERE service."type" = 'RECOGNITION'
    ON CONFLICT ("serviceId", "day") DO UPDATE SET "subjects" = excluded."subjects", "faces" = excluded."faces"`;
}
