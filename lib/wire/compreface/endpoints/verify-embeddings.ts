import { verifyEmbeddings } from "@/lib/domain/verification/service";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { embeddingOf, embeddingsOf, readJsonBody } from "@/lib/wire/compreface/json-body";
import { serializeEmbeddingMatches } from "@/lib/wire/compreface/serialize-answers";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/verification/embeddings/verify";

/** Compares one embedding with others. */
export const verifyEmbeddingsHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("VERIFICATION"),
    read: async ({ request }) => {
      const body = await readJsonBody(request);
      return { source: embeddingOf(body, "source"), targets: embeddingsOf(body, "targets") };
    },
    run: (input, { actor }) => verifyEmbeddings({ scope: actor, ...input }),
    serialize: serializeEmbeddingMatches,
  }),
});
