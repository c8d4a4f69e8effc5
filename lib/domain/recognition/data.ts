import { db } from "@/lib/db/client";

/** Whether a face of any service has an embedding of other networks than these. */
export async function hasFaceOfOtherModel(modelTag: string): Promise<boolean> {
  // Two ranges of the index, which "<>" would not use.
  const rows = await db().$queryRaw<unknown[]>`
    SELECT 1 AS found FROM "Face" WHERE "modelTag" < ${modelTag} OR "modelTag" > ${modelTag} LIMIT 1`;
  return rows.length > 0;
}
