import { detectFaces } from "@/lib/domain/detection/service";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { readImageUpload } from "@/lib/wire/compreface/image-upload";
import { featuresOf } from "@/lib/wire/compreface/plugins";
import { faceParameters, parseParameters } from "@/lib/wire/compreface/schema";
import { responseFormatOf, serializeDetection } from "@/lib/wire/compreface/serialize";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/detection/detect";

/** Finds the faces of one picture and describes each as the chosen plugins do. */
export const detectHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("DETECTION"),
    read: async ({ request }) => {
      const { image, parameters } = await readImageUpload(request);
      return { image, ...parseParameters(faceParameters, parameters) };
    },
    run: (input, { actor, signal }) =>
      detectFaces({
        scope: actor,
        bytes: input.image,
        features: featuresOf(input.face_plugins),
        probabilityMin: input.det_prob_threshold,
        facesMax: input.limit || undefined,
        signal,
      }),
    serialize: (analysis, { status }, { settings }) =>
      serializeDetection(analysis, { format: responseFormatOf(settings), status }),
    facts: analysisFacts,
  }),
});
