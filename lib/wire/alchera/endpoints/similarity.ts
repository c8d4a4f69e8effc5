import { compareAlignedFaces } from "@/lib/domain/aligned-faces/service";
import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { requireRoom } from "@/lib/domain/detection/service";
import { route } from "@/lib/http/route";
import { serviceKey } from "@/lib/http/service-key";
import { wirePath } from "@/lib/http/wire-path";
import { failingAs } from "@/lib/wire/alchera/engine-failure";
import { readFormFiles } from "@/lib/wire/alchera/form-files";
import { toPictureFile } from "@/lib/wire/alchera/raw-face";
import { serializeSimilarity } from "@/lib/wire/alchera/serialize";
import { alchera } from "@/lib/wire/alchera/wire";

const similarityPath = (pattern: string) =>
  wirePath(alchera, pattern, {
    POST: route(alchera, {
      pattern,
      authenticate: serviceKey({ types: ["VERIFICATION"], resolve: resolveApiKey }),
      admit: requireRoom,
      read: ({ request }) => readFormFiles(request, ["image_a", "image_b"]),
      run: ({ image_a, image_b }, { actor: scope, signal }) => {
        const pictures = [toPictureFile(image_a), toPictureFile(image_b)] as const;
        return failingAs("INF-12", () => compareAlignedFaces({ scope, pictures, signal }));
      },
      serialize: serializeSimilarity,
    }),
  });

/** Compares two aligned faces. */
export const similarityV2Handlers = similarityPath("/similarity/v2");

/** The same at the address that the document's own example calls. */
export const similarityHandlers = similarityPath("/similarity");
