import { z } from "zod";
import { emailSchema, personNameSchema } from "@/lib/domain/users/schema";

export const emailInput = z.object({ email: emailSchema });

export const nameInput = z.object({ firstName: personNameSchema, lastName: personNameSchema });

const passwordMax = 128;

/** A new password, typed twice. The server also refuses well-known ones. */
export const newPasswordFields = (lengthMin: number) => ({
  password: z
    .string()
    .min(lengthMin, `must have at least ${lengthMin} characters`)
    .max(passwordMax, `must have at most ${passwordMax} characters`),
  repeated: z.string(),
});

interface TypedTwice {
  readonly password: string;
  readonly repeated: string;
}

/** For `refine`: both are the same. */
export const isTypedTwice = ({ password, repeated }: TypedTwice): boolean => password === repeated;

export const typedTwiceComplaint = { path: ["repeated"], error: "must be the same password" };
