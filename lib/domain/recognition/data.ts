import { db } from "@/lib/db/client";

/** Whether a face of any service has an embedding of other networks than these. Looks through all when none has. */
export async function hasFaceOfOtherModel(modelTag: string): Promise<boolean> {
  const found = await db().face.findFirst({ where: { modelTag: { not: modelTag } }, select: { id: true } });
  return found !== null;
}
