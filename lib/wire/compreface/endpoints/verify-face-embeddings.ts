import { verifyStoredEmbeddings } from "@/lib/domain/recognition/service";
import { answering } from "@/lib/wire/compreface/answering";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { incorrectImageId } from "@/lib/wire/compreface/catalogue";
import { embeddingsOf, readJsonBody } from "@/lib/wire/compreface/json-body";
import { imageIdOf } from "@/lib/wire/compreface/path-values";
import { serializeEmbeddingMatches } from "@/lib/wire/compreface/serialize-answers";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/embeddings/faces/{image_id}/verify";

/** Compares embeddings with that of a stored face. */
export const verifyFaceEmbeddingsHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: async ({ request }) => {
      const faceId = imageIdOf(request, pattern);
      return { faceId, embeddings: embeddingsOf(await readJsonBody(request), "embeddings") };
    },
    run: (input, { actor }) =>
      answering({ not_found: incorrectImageId }, () => verifyStoredEmbeddings({ scope: actor, ...input })),
    serialize: serializeEmbeddingMatches,
  }),
});
