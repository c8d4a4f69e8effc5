import { exportCollection } from "@/lib/domain/exports/service";
import { streamedFile } from "@/lib/http/streamed-file";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { collectParameters } from "@/lib/wire/compreface/parameters";
import { exportParameters, parseParameters } from "@/lib/wire/compreface/schema";
import { comprefacePath, comprefaceStream } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/faces/export";

/** The collection as a zip file, made while the client takes it. */
export const exportFacesHandlers = comprefacePath(pattern, {
  GET: comprefaceStream({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: ({ request }) => parseParameters(exportParameters, collectParameters(request.url)),
    run: ({ images }, { actor }) => exportCollection({ scope: actor, withImages: images }),
    serialize: (pieces) => streamedFile({ fileName: "collection.zip", mediaType: "application/zip" }, pieces),
  }),
});
