import type { Prisma } from "@/lib/db/generated/client";

/**
 * Puts a choice in the place of the one that was found before, null where there was none.
 *
 * @returns false when another one is there by now
 */
export async function replaceChoice(
  tx: Prisma.TransactionClient,
  former: string | null,
  packId: string,
): Promise<boolean> {
  // Who comes second waits for the first one's transaction at the row, and then finds that it does not fit any more.
  const { count } =
    former === null
      ? await tx.modelChoice.createMany({ data: { packId }, skipDuplicates: true })
      : await tx.modelChoice.updateMany({ where: { packId: former }, data: { packId } });
  return count === 1;
}
