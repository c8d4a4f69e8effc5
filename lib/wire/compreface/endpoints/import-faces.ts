import { importFaces } from "@/lib/domain/jobs/service";
import { saveArchive } from "@/lib/http/body/save-archive";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { missingPart } from "@/lib/wire/compreface/catalogue";
import { serializeJob } from "@/lib/wire/compreface/serialize-jobs";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/faces/import";

/** Hands in an archive of pictures or of a collection; a job adds its faces. */
export const importFacesHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: ({ request }) => request,
    run: (request, { actor }) =>
      importFaces({
        scope: actor,
        receive: async (files, limits) => {
          if (!(await saveArchive(request, files, limits))) throw missingPart("file");
        },
      }),
    serialize: serializeJob,
    status: 202,
  }),
});
