import { requireRoom } from "@/lib/domain/detection/service";
import { findSquareFaces } from "@/lib/domain/square-faces/service";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { route } from "@/lib/http/route";
import { wirePath } from "@/lib/http/wire-path";
import { serviceKey } from "@/lib/wire/alchera/auth";
import { failingAs } from "@/lib/wire/alchera/engine-failure";
import { readPictureBody } from "@/lib/wire/alchera/picture-body";
import { readFaceQuery, sizesOf } from "@/lib/wire/alchera/schema";
import { serializeAlignedFaces } from "@/lib/wire/alchera/serialize";
import { alchera } from "@/lib/wire/alchera/wire";

const pattern = "/alignedfaces";

/** Finds the faces of a picture and cuts each out as comparing needs it. */
export const alignedFacesHandlers = wirePath(alchera, pattern, {
  POST: route(alchera, {
    pattern,
    authenticate: serviceKey("DETECTION"),
    admit: requireRoom,
    read: async ({ request }) => ({ ...readFaceQuery(request), bytes: await readPictureBody(request) }),
    run: ({ bytes, ...query }, { actor: scope, signal }) =>
      failingAs("INF-11", () =>
        findSquareFaces({ scope, bytes, features: ["alignedFace"], ...sizesOf(query), signal }),
      ),
    serialize: serializeAlignedFaces,
    facts: ({ analysis }) => analysisFacts(analysis),
  }),
});
