import { recognizeEmbeddings } from "@/lib/domain/recognition/service";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { embeddingsOf, readJsonBody } from "@/lib/wire/compreface/json-body";
import { collectParameters } from "@/lib/wire/compreface/parameters";
import { embeddingParameters, parseParameters } from "@/lib/wire/compreface/schema";
import { serializeRecognizedEmbeddings } from "@/lib/wire/compreface/serialize-answers";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/embeddings/recognize";

/** Finds the subjects that look most like faces whose embeddings the client has. */
export const recognizeEmbeddingsHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: async ({ request }) => {
      const { prediction_count } = parseParameters(embeddingParameters, collectParameters(request.url));
      return { embeddings: embeddingsOf(await readJsonBody(request), "embeddings"), subjectsMax: prediction_count };
    },
    run: (input, { actor }) => recognizeEmbeddings({ scope: actor, ...input }),
    serialize: serializeRecognizedEmbeddings,
  }),
});
