import { resendInput, signUpInput, verifyEmailInput } from "@/lib/domain/registrations/schema";
import { resendVerification, signUp, verifyEmail } from "@/lib/domain/registrations/service";
import { clientAddress } from "@/lib/http/client-address";
import { anyone } from "@/lib/wire/admin/auth";
import { limitMail } from "@/lib/wire/admin/limits";
import { readBody } from "@/lib/wire/admin/read";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** A new account. The answer follows from the configuration and never tells whether the address is known. */
export const signUpHandlers = adminPath("/api/admin/sign-up", {
  POST: operation({
    authenticate: anyone,
    read: async ({ request }) => {
      const input = await readBody(request, signUpInput);
      limitMail(request, input.email);
      return input;
    },
    run: (input, { request }) => signUp(input, clientAddress(request)),
    serialize: ({ next }) => ({ next }),
    status: 202,
  }),
});

/** Proof that the mail arrived. */
export const verifyHandlers = adminPath("/api/admin/sign-up/verify", {
  POST: operation({
    authenticate: anyone,
    read: ({ request }) => readBody(request, verifyEmailInput),
    run: (input, { request }) => verifyEmail(input, clientAddress(request)),
    serialize: () => undefined,
    status: 204,
  }),
});

/** Another mail with the link, if that address waits for one. */
export const resendHandlers = adminPath("/api/admin/sign-up/resend", {
  POST: operation({
    authenticate: anyone,
    read: async ({ request }) => {
      const input = await readBody(request, resendInput);
      limitMail(request, input.email);
      return input;
    },
    run: (input, { request }) => resendVerification(input, clientAddress(request)),
    serialize: () => ({}),
    status: 202,
  }),
});
