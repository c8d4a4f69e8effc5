import { config } from "@/lib/config/env";
import { route } from "@/lib/http/route";
import { wirePath } from "@/lib/http/wire-path";
import { serializeVersion } from "@/lib/wire/alchera/serialize";
import { alchera } from "@/lib/wire/alchera/wire";

const pattern = "/version";

/** What this server is, and whether it judges series of pictures; needs no key. */
export const versionHandlers = wirePath(alchera, pattern, {
  GET: route(alchera, {
    pattern,
    authenticate: () => ({}),
    read: () => undefined,
    run: () => config().livenessMode,
    serialize: serializeVersion,
    duringBoot: true,
  }),
});
