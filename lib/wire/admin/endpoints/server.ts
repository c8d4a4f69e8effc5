import { readServer } from "@/lib/domain/server/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { serializeServer } from "@/lib/wire/admin/serialize-server";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** How the server is. */
export const serverHandlers = adminPath("/api/admin/server", {
  GET: operation({
    authenticate: signedIn,
    read: () => null,
    run: (_, { actor }) => readServer(actor),
    serialize: serializeServer,
  }),
});
