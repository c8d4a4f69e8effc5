import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { requireRoom } from "@/lib/domain/detection/service";
import { checkLiveness } from "@/lib/domain/liveness/service";
import { route } from "@/lib/http/route";
import { serviceKey } from "@/lib/http/service-key";
import { wirePath } from "@/lib/http/wire-path";
import { readPictures } from "@/lib/wire/liveness/read-pictures";
import { serializeVerdict } from "@/lib/wire/liveness/serialize";
import { liveness } from "@/lib/wire/liveness/wire";

const pattern = "/api/v1/liveness/check";

/** Judges whether one picture, or several of one moment, show a living person. */
export const checkHandlers = wirePath(liveness, pattern, {
  POST: route(liveness, {
    pattern,
    authenticate: serviceKey({ types: ["LIVENESS"], resolve: resolveApiKey }),
    admit: requireRoom,
    read: async ({ request }) => {
      const pictures = await readPictures(request);
      return { pictures, count: pictures.length };
    },
    run: ({ pictures }, { actor: scope, signal }) => checkLiveness({ scope, pictures, signal }),
    serialize: (verdict, { count }) => serializeVerdict(verdict, count),
  }),
});
