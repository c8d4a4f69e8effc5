import { changePasswordInput } from "@/lib/domain/passwords/schema";
import { changePassword } from "@/lib/domain/passwords/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody } from "@/lib/wire/admin/read";
import { serializeCaller } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** The caller's own account. */
export const meHandlers = adminPath("/api/admin/me", {
  GET: operation({
    authenticate: signedIn,
    read: () => undefined,
    run: (_, { actor }) => actor,
    serialize: serializeCaller,
  }),
});

/** A new password; it ends every other session of the caller. */
export const ownPasswordHandlers = adminPath("/api/admin/me/password", {
  PUT: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, changePasswordInput),
    run: (input, { actor }) => changePassword(actor, input),
    serialize: () => undefined,
    status: 204,
  }),
});
