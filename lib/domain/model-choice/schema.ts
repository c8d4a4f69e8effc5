import { z } from "zod";
import { packIds } from "@/inference/models/packs";

export const choosePackInput = z.strictObject({ pack: z.enum(packIds), isLicenceAccepted: z.boolean() });
export type ChoosePackInput = z.output<typeof choosePackInput>;

export const cancelDownloadInput = z.strictObject({ pack: z.enum(packIds) });
export type CancelDownloadInput = z.output<typeof cancelDownloadInput>;
