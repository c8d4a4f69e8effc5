import { requireRoom } from "@/lib/domain/detection/service";
import { recognizeFaces } from "@/lib/domain/recognition/service";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { pictureNames, readPictures } from "@/lib/wire/compreface/image-upload";
import { analysisWishes, parseParameters, recognizeParameters } from "@/lib/wire/compreface/schema";
import { faceStyleOf } from "@/lib/wire/compreface/serialize";
import { serializeRecognition } from "@/lib/wire/compreface/serialize-answers";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/recognize";

/** Finds the faces of one picture and the subjects that look most like each. */
export const recognizeHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    admit: requireRoom,
    read: async ({ request }) => {
      const { pictures, parameters } = await readPictures(request, pictureNames.file);
      return { bytes: pictures.file, ...parseParameters(recognizeParameters, parameters) };
    },
    run: (input, { actor, signal }) =>
      recognizeFaces({
        scope: actor,
        bytes: input.bytes,
        ...analysisWishes(input, actor.settings),
        wholeImage: input.detect_faces ? undefined : true,
        subjectsMax: input.prediction_count,
        signal,
      }),
    serialize: (recognition, input, { settings }) => serializeRecognition(recognition, faceStyleOf(settings, input)),
    facts: ({ analysis }) => analysisFacts(analysis),
  }),
});
