import { analyzePicture } from "@/lib/domain/detection/service";
import type { Analysis, FaceAnalysis, Feature } from "@/lib/domain/detection/types";
import type { ServiceType } from "@/lib/domain/services/types";
import { analysisFacts } from "@/lib/http/analysis-facts";
import { route } from "@/lib/http/route";
import { type PathHandlers, wirePath } from "@/lib/http/wire-path";
import { serviceKey } from "./auth";
import { appendFound, givenFaces, mergeFaces, placeOf } from "./objects";
import { readSample, readUpload, type Sample, withPicture } from "./sample";
import { threedivi } from "./wire";

/** How a sample's picture comes: in JSON, or as a file of a form. */
export const sampleInputs = { sample: readSample, image: readUpload } as const;
export type SampleInput = keyof typeof sampleInputs;

/** One of the vendor's services that describes faces. */
interface Estimator {
  /** Its name in addresses. */
  readonly name: string;
  readonly serviceTypes: readonly ServiceType[];
  readonly features: readonly Feature[];
  readonly serialize: (face: FaceAnalysis) => object;
  /** Set where the service looks for faces beside other objects too, and tells their places. */
  readonly detects?: true;
}

/** The paths of a service: what follows its name, and what answers there. */
export type ServicePaths = Readonly<Partial<Record<SampleInput, PathHandlers>>>;

/** The paths of a service that adds to each face what it estimates. */
export function estimator(service: Estimator): ServicePaths {
  return { sample: estimate(service, "sample"), image: estimate(service, "image") };
}

function estimate({ name, serviceTypes, features, serialize, detects }: Estimator, input: SampleInput): PathHandlers {
  const pattern = `/${name}/process/${input}`;
  const isSearch = ({ objects }: Sample, known: number) => known === 0 && (objects.length === 0 || detects === true);
  const found = (analysis: Analysis) => (face: FaceAnalysis) => ({
    ...(detects && placeOf(face.box, analysis)),
    ...serialize(face),
  });
  const POST = route(threedivi, {
    pattern,
    authenticate: serviceKey(serviceTypes),
    read: ({ request }) => sampleInputs[input](request),
    run: async (sample, { actor, signal }) => {
      const boxes = givenFaces(sample);
      const isFound = isSearch(sample, boxes.length);
      const wishes = { scope: actor, bytes: sample.bytes, features, faceBoxes: isFound ? undefined : boxes, signal };
      return { isFound, analysis: await withPicture(sample, () => analyzePicture(wishes)) };
    },
    serialize: ({ isFound, analysis }, sample) => ({
      ...sample.rest,
      objects: isFound
        ? appendFound(sample, "face", analysis.faces.map(found(analysis)))
        : mergeFaces(sample, analysis.faces.map(serialize)),
    }),
    facts: ({ analysis }) => analysisFacts(analysis),
  });
  return wirePath(threedivi, pattern, { POST });
}
