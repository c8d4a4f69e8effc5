import { requestResetInput, resetPasswordInput } from "@/lib/domain/passwords/schema";
import { requestPasswordReset, resetPassword } from "@/lib/domain/passwords/service";
import { clientAddress } from "@/lib/http/client-address";
import { anyone } from "@/lib/wire/admin/auth";
import { limitMail } from "@/lib/wire/admin/limits";
import { readBody } from "@/lib/wire/admin/read";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** Asks for a link to choose a new password with. The answer is the same for every address. */
export const forgotHandlers = adminPath("/api/admin/password/forgot", {
  POST: operation({
    authenticate: anyone,
    read: async ({ request }) => {
      const input = await readBody(request, requestResetInput);
      limitMail(request, input.email);
      return input;
    },
    run: (input, { request }) => requestPasswordReset(input, clientAddress(request)),
    serialize: () => ({}),
    status: 202,
  }),
});

/** Chooses a new password with such a link. */
export const resetHandlers = adminPath("/api/admin/password/reset", {
  POST: operation({
    authenticate: anyone,
    read: ({ request }) => readBody(request, resetPasswordInput),
    run: (input, { request }) => resetPassword(input, clientAddress(request)),
    serialize: () => undefined,
    status: 204,
  }),
});
