import { requireRoom } from "@/lib/domain/detection/service";
import { verifyFaces } from "@/lib/domain/verification/service";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { pictureNames, readPictures } from "@/lib/wire/compreface/image-upload";
import { analysisWishes, faceParameters, parseParameters } from "@/lib/wire/compreface/schema";
import { faceStyleOf } from "@/lib/wire/compreface/serialize";
import { serializeVerification } from "@/lib/wire/compreface/serialize-answers";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/verification/verify";

/** Compares the face of one picture with the faces of another. */
export const verifyImagesHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("VERIFICATION"),
    admit: requireRoom,
    read: async ({ request }) => {
      const { pictures, parameters } = await readPictures(request, pictureNames.pair);
      return { ...pictures, ...parseParameters(faceParameters, parameters) };
    },
    run: (input, { actor, signal }) =>
      verifyFaces({
        scope: actor,
        source: input.source_image,
        target: input.target_image,
        ...analysisWishes(input, actor.settings),
        signal,
      }),
    serialize: (verification, input, { settings }) => serializeVerification(verification, faceStyleOf(settings, input)),
    facts: ({ target }) => analysisFacts(target),
  }),
});
