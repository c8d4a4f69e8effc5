import { db } from "@/lib/db/client";

/** Name of the pack that was chosen; null where none was. */
export async function findChoice(): Promise<string | null> {
  return (await db().modelChoice.findUnique({ where: { id: 1 } }))?.packId ?? null;
}
