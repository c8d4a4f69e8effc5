import { analyzePicture, requireRoom } from "@/lib/domain/detection/service";
import type { Analysis, AnalysisRequest, FaceAnalysis, Feature } from "@/lib/domain/detection/types";
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

/** A picture's faces, and for each of them what a service tells of it. */
interface Description {
  readonly analysis: Analysis;
  readonly members: readonly object[];
  /** Keeps the places of found faces out of the answer of a service that would tell them. */
  readonly hidesPlaces?: boolean;
}

type DescribeFaces = (request: Omit<AnalysisRequest, "features">) => Promise<Description>;

/** One of the vendor's services that describes faces. */
interface Estimator {
  /** Its name in addresses. */
  readonly name: string;
  readonly serviceTypes: readonly ServiceType[];
  readonly describe: DescribeFaces;
  /** Set where the service looks for faces beside other objects too, and tells their places. */
  readonly detects?: true;
}

/** Describes faces by features of the analysis alone. */
export function byFeatures(features: readonly Feature[], serialize: (face: FaceAnalysis) => object): DescribeFaces {
  return async (request) => {
    const analysis = await analyzePicture({ ...request, features });
    return { analysis, members: analysis.faces.map(serialize) };
  };
}

/** The paths of a service: what follows its name, and what answers there. */
export type ServicePaths = Readonly<Partial<Record<SampleInput, PathHandlers>>>;

/** The paths of a service that adds to each face what it estimates. */
export function estimator(service: Estimator): ServicePaths {
  return { sample: estimate(service, "sample"), image: estimate(service, "image") };
}

function estimate({ name, serviceTypes, describe, detects }: Estimator, input: SampleInput): PathHandlers {
  const pattern = `/${name}/process/${input}`;
  const isSearch = ({ objects }: Sample, known: number) => known === 0 && (objects.length === 0 || detects === true);
  const found = ({ analysis, members, hidesPlaces }: Description) =>
    members.map((told, at) => {
      const face = detects && !hidesPlaces ? analysis.faces[at] : undefined;
      return { ...(face && placeOf(face.box, analysis)), ...told };
    });
  const POST = route(threedivi, {
    pattern,
    authenticate: serviceKey(serviceTypes),
    admit: requireRoom,
    read: ({ request }) => sampleInputs[input](request),
    run: async (sample, { actor, signal }) => {
      const boxes = givenFaces(sample);
      const isFound = isSearch(sample, boxes.length);
      const request = { scope: actor, bytes: sample.bytes, faceBoxes: isFound ? undefined : boxes, signal };
      return { isFound, description: await withPicture(sample, () => describe(request)) };
    },
    serialize: ({ isFound, description }, sample) => ({
      ...sample.rest,
      objects: isFound ? appendFound(sample, "face", found(description)) : mergeFaces(sample, description.members),
    }),
    facts: ({ description }) => analysisFacts(description.analysis),
  });
  return wirePath(threedivi, pattern, { POST });
}
