import { changePasswordInput, deleteAccountInput } from "@/lib/domain/passwords/schema";
import { changePassword } from "@/lib/domain/passwords/service";
import { updateProfileInput } from "@/lib/domain/users/schema";
import { deleteAccount, updateProfile } from "@/lib/domain/users/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody } from "@/lib/wire/admin/read";
import { serializePerson } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** The caller's own account. */
export const meHandlers = adminPath("/api/admin/me", {
  GET: operation({
    authenticate: signedIn,
    read: () => undefined,
    run: (_, { actor }) => ({ ...actor, id: actor.userId }),
    serialize: serializePerson,
  }),
  PATCH: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, updateProfileInput),
    run: (input, { actor }) => updateProfile(actor, input),
    serialize: serializePerson,
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, deleteAccountInput),
    run: (input, { actor }) => deleteAccount(actor, input),
    serialize: () => undefined,
    status: 204,
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
