import { z } from "zod";

/** How many days back the sizes of a collection are wanted, today included. */
export const holdingsInput = z.strictObject({ days: z.coerce.number().int().min(1).max(750).default(30) });
export type HoldingsInput = z.output<typeof holdingsInput>;
