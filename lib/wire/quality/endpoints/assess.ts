import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { requireRoom } from "@/lib/domain/detection/service";
import { allMeasures, assessFaces } from "@/lib/domain/quality/service";
import { AppError } from "@/lib/errors/app-error";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { route } from "@/lib/http/route";
import { serviceKey } from "@/lib/http/service-key";
import { wirePath } from "@/lib/http/wire-path";
import { readPicture } from "@/lib/wire/quality/read-picture";
import { serializeAssessment } from "@/lib/wire/quality/serialize";
import { quality } from "@/lib/wire/quality/wire";

const pattern = "/api/v1/quality/assess";

/** Measures the faces of a picture and says what they lack for a purpose. */
export const assessHandlers = wirePath(quality, pattern, {
  POST: route(quality, {
    pattern,
    authenticate: serviceKey({ types: ["QUALITY"], resolve: resolveApiKey }),
    admit: requireRoom,
    read: ({ request }) => readPicture(request),
    run: async ({ bytes, facesMax }, { actor: scope, signal }) => {
      const analysis = await assessFaces({ scope, bytes, measures: allMeasures, facesMax, signal });
      if (analysis.faces.length > 0) return analysis;
      throw new AppError("no_face", "The picture contains no face above the detection threshold.");
    },
    serialize: (analysis, { profile }, { settings }) => serializeAssessment(analysis, settings, profile),
    facts: analysisFacts,
  }),
});
