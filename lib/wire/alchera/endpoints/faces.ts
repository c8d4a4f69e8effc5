import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { requireRoom } from "@/lib/domain/detection/service";
import { findSquareFaces } from "@/lib/domain/square-faces/service";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { route } from "@/lib/http/route";
import { serviceKey } from "@/lib/http/service-key";
import { wirePath } from "@/lib/http/wire-path";
import { failingAs } from "@/lib/wire/alchera/engine-failure";
import { readPictureBody } from "@/lib/wire/alchera/picture-body";
import { readFaceQuery, sizesOf } from "@/lib/wire/alchera/schema";
import { serializeFaces } from "@/lib/wire/alchera/serialize";
import { alchera } from "@/lib/wire/alchera/wire";

const pattern = "/faces";

/** Finds the faces of a picture, with their landmarks and how they are turned. */
export const facesHandlers = wirePath(alchera, pattern, {
  POST: route(alchera, {
    pattern,
    authenticate: serviceKey({ types: ["DETECTION"], resolve: resolveApiKey }),
    admit: requireRoom,
    read: async ({ request }) => ({ ...readFaceQuery(request), bytes: await readPictureBody(request) }),
    run: ({ bytes, ...query }, { actor: scope, signal }) =>
      failingAs("INF-11", () => findSquareFaces({ scope, bytes, features: ["pose"], ...sizesOf(query), signal })),
    serialize: serializeFaces,
    facts: ({ analysis }) => analysisFacts(analysis),
  }),
});
