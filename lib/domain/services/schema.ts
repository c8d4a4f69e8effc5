import { z } from "zod";
import { apiKeySchema } from "@/lib/domain/api-keys/schema";
import { nameSchema } from "@/lib/domain/applications/schema";
import { serviceTypes } from "./types";

function secretOfBytes(bytes: number) {
  return z.string().refine((text) => new TextEncoder().encode(text).length === bytes, {
    error: `must have exactly ${bytes} bytes`,
  });
}

export const createServiceInput = z
  .strictObject({
    applicationName: nameSchema,
    name: nameSchema,
    type: z.enum(serviceTypes, { error: `must be one of ${serviceTypes.join(", ")}` }),
    /** Absent: a random one. */
    apiKey: apiKeySchema.optional(),
    /** AES-256 key and 96-bit IV with which a client encrypts what it sends. */
    encryptionKey: secretOfBytes(32).optional(),
    encryptionIv: secretOfBytes(12).optional(),
  })
  .refine(({ encryptionKey, encryptionIv }) => (encryptionKey === undefined) === (encryptionIv === undefined), {
    path: ["encryptionIv"],
    error: "must be given together with the encryption key",
  });
export type CreateServiceInput = z.output<typeof createServiceInput>;
