import { analyzePicture, requireRoom } from "@/lib/domain/detection/service";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { route } from "@/lib/http/route";
import { type PathHandlers, wirePath } from "@/lib/http/wire-path";
import { serviceKey } from "@/lib/wire/threedivi/auth";
import { type SampleInput, type ServicePaths, sampleInputs } from "@/lib/wire/threedivi/estimator";
import { appendFound, placeOf } from "@/lib/wire/threedivi/objects";
import { withPicture } from "@/lib/wire/threedivi/sample";
import { threedivi } from "@/lib/wire/threedivi/wire";

function detect(input: SampleInput): PathHandlers {
  const pattern = `/body-detector/process/${input}`;
  const POST = route(threedivi, {
    pattern,
    authenticate: serviceKey(["DETECTION"]),
    admit: requireRoom,
    read: ({ request }) => sampleInputs[input](request),
    run: (sample, { actor, signal }) => {
      // No face is looked for.
      const wishes = { scope: actor, bytes: sample.bytes, features: [], faceBoxes: [], bodies: true, signal } as const;
      return withPicture(sample, () => analyzePicture(wishes));
    },
    serialize: (analysis, sample) => ({
      ...sample.rest,
      objects: appendFound(sample, "body", analysis.bodies?.map((body) => placeOf(body, analysis)) ?? []),
    }),
    facts: analysisFacts,
  });
  return wirePath(threedivi, pattern, { POST });
}

/** Finds people; what was passed in stays before them. */
export const bodyDetector: ServicePaths = { sample: detect("sample"), image: detect("image") };
