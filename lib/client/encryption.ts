import { z } from "zod/mini";
import { api } from "./api";

const shown = z.discriminatedUnion("source", [
  z.object({ source: z.literal("service"), encryptionKey: z.string(), encryptionIv: z.string() }),
  z.object({ source: z.enum(["installation", "none"]) }),
]);
export type ShownEncryption = z.infer<typeof shown>;

const at = (serviceId: string) => `/api/admin/services/${serviceId}/encryption`;

export const revealEncryption = (serviceId: string) =>
  api(`${at(serviceId)}/reveal`, { schema: shown, method: "POST" });

interface Replacement {
  readonly serviceId: string;
  readonly encryptionKey?: string;
  readonly encryptionIv?: string;
}

/** A random pair where none is given. */
export const replaceEncryption = ({ serviceId, ...body }: Replacement) =>
  api(at(serviceId), { schema: shown, method: "PUT", body });
