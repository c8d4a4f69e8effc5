import { detectFaces, requireRoom } from "@/lib/domain/detection/service";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { pictureNames, readPictures } from "@/lib/wire/compreface/image-upload";
import { analysisWishes, faceParameters, parseParameters } from "@/lib/wire/compreface/schema";
import { faceStyleOf } from "@/lib/wire/compreface/serialize";
import { serializeDetection } from "@/lib/wire/compreface/serialize-answers";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/detection/detect";

/** Finds the faces of one picture and describes each as the chosen plugins do. */
export const detectHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("DETECTION"),
    admit: requireRoom,
    read: async ({ request }) => {
      const { pictures, parameters } = await readPictures(request, pictureNames.file);
      return { bytes: pictures.file, ...parseParameters(faceParameters, parameters) };
    },
    run: (input, { actor, signal }) =>
      detectFaces({
        scope: actor,
        bytes: input.bytes,
        ...analysisWishes(input, actor.settings),
        signal,
      }),
    serialize: (analysis, input, { settings }) => serializeDetection(analysis, faceStyleOf(settings, input)),
    facts: analysisFacts,
  }),
});
