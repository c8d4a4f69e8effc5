import { requireRoom } from "@/lib/domain/detection/service";
import { verifyStoredFace } from "@/lib/domain/recognition/service";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { answering } from "@/lib/wire/compreface/answering";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { incorrectImageId } from "@/lib/wire/compreface/catalogue";
import { pictureNames, readPictures } from "@/lib/wire/compreface/image-upload";
import { imageIdOf } from "@/lib/wire/compreface/path-values";
import { analysisWishes, faceParameters, parseParameters } from "@/lib/wire/compreface/schema";
import { faceStyleOf } from "@/lib/wire/compreface/serialize";
import { serializeStoredVerification } from "@/lib/wire/compreface/serialize-answers";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/faces/{image_id}/verify";

/** Compares the faces of a picture with a stored one. */
export const verifyFaceHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    admit: requireRoom,
    read: async ({ request }) => {
      const faceId = imageIdOf(request, pattern);
      const { pictures, parameters } = await readPictures(request, pictureNames.file);
      return { faceId, bytes: pictures.file, ...parseParameters(faceParameters, parameters) };
    },
    run: (input, { actor, signal }) =>
      answering({ not_found: incorrectImageId }, () =>
        verifyStoredFace({
          scope: actor,
          faceId: input.faceId,
          bytes: input.bytes,
          ...analysisWishes(input, actor.settings),
          signal,
        }),
      ),
    serialize: (verification, input, { settings }) =>
      serializeStoredVerification(verification, faceStyleOf(settings, input)),
    facts: ({ analysis }) => analysisFacts(analysis),
  }),
});
