import { z } from "zod";

function secretOfBytes(bytes: number) {
  return z.string().refine((text) => new TextEncoder().encode(text).length === bytes, {
    error: `must have exactly ${bytes} bytes`,
  });
}

export const encryptionKeySchema = secretOfBytes(32);
export const encryptionIvSchema = secretOfBytes(12);

/** Whether both are there or neither is. */
export const isWholePair = ({
  encryptionKey,
  encryptionIv,
}: {
  readonly encryptionKey?: string | undefined;
  readonly encryptionIv?: string | undefined;
}) => (encryptionKey === undefined) === (encryptionIv === undefined);

export const halfPairProblem = { path: ["encryptionIv"], error: "must be given together with the encryption key" };

/** The pair that existing clients use; a random one when it is absent. */
export const replaceEncryptionInput = z
  .strictObject({ encryptionKey: encryptionKeySchema.optional(), encryptionIv: encryptionIvSchema.optional() })
  .refine(isWholePair, halfPairProblem);
export type ReplaceEncryptionInput = z.output<typeof replaceEncryptionInput>;
