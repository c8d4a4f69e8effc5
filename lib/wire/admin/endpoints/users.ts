import { pageRequestInput } from "@/lib/domain/applications/schema";
import { deleteUserInput, updateUserInput } from "@/lib/domain/users/schema";
import { deleteUser, listUsers, updateUser } from "@/lib/domain/users/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody, readId, readQuery } from "@/lib/wire/admin/read";
import { serializeListedUser, serializePage, serializeUser } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** All users of the installation. */
export const usersHandlers = adminPath("/api/admin/users", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request }) => readQuery(request, pageRequestInput),
    run: (part, { actor }) => listUsers(actor, part),
    serialize: serializePage(serializeListedUser),
  }),
});

/** One of them. */
export const userHandlers = adminPath("/api/admin/users/{userId}", {
  PATCH: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      userId: readId(params, "userId"),
      changes: await readBody(request, updateUserInput),
    }),
    run: ({ userId, changes }, { actor }) => updateUser(actor, userId, changes),
    serialize: serializeUser,
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      userId: readId(params, "userId"),
      choice: await readBody(request, deleteUserInput),
    }),
    run: ({ userId, choice }, { actor }) => deleteUser(actor, userId, choice),
    serialize: () => undefined,
    status: 204,
  }),
});
