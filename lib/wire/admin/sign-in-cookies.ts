import { z } from "zod";

const minuteS = 60;

/** What is remembered while the browser is away at the identity provider. */
export const journeyCookie = {
  name: "mien-oidc",
  path: "/api/auth/oidc",
  validS: 10 * minuteS,
  schema: z.object({
    state: z.string(),
    nonce: z.string(),
    codeVerifier: z.string(),
    next: z.string().nullable(),
    invitationToken: z.string().nullable(),
  }),
};

/** Whom the identity provider vouched for, while the code of the second factor is asked for. */
export const codeStepCookie = {
  name: "mien-code-step",
  path: "/api/admin/sign-in/code",
  validS: 10 * minuteS,
  schema: z.object({ userId: z.string() }),
};
