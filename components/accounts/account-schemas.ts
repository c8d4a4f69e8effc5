import { z } from "zod";
import { emailSchema } from "@/lib/domain/users/schema";

const personName = z.string().trim().min(1, "must not be empty").max(50, "must have at most 50 characters");

export const emailInput = z.object({ email: emailSchema });

export const nameInput = z.object({ firstName: personName, lastName: personName });

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
