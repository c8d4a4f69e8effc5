import { detectFaces, judgeSeries } from "@/lib/domain/detection/service";
import { AppError } from "@/lib/errors/app-error";
import { findFacesToCheck } from "./faces";
import type { CheckedFaces, FacesRequest, LivenessVerdict, SeriesRequest } from "./types";

/** From here on a face is taken for a living one. */
export const livenessProbabilityMin = 0.5;

/**
 * Judges the largest face of one picture, or of two to four pictures of one moment together.
 *
 * @throws AppError `no_face` when a picture shows none, otherwise as `analyzePicture`
 */
export async function checkLiveness({ scope, pictures, signal }: SeriesRequest): Promise<LivenessVerdict> {
  const [bytes, ...others] = pictures;
  if (bytes === undefined) throw new RangeError("There is no picture to judge.");
  if (others.length > 0) return checkSeries({ scope, pictures, signal });
  const { faces } = await detectFaces({ scope, bytes, features: ["liveness"], facesMax: 1, signal });
  return verdictOf(faces[0]?.liveness?.probability ?? 0);
}

async function checkSeries(request: SeriesRequest): Promise<LivenessVerdict> {
  const { probability, isSamePerson, isSamePicture, faceless } = await judgeSeries(request);
  if (faceless.length === 0) return { ...verdictOf(probability), series: { isSamePerson, isSamePicture } };
  const numbers = faceless.map((place) => place + 1).join(", ");
  throw new AppError("no_face", `No face is found in picture ${numbers}.`);
}

const verdictOf = (probability: number) => ({ probability, isLive: probability >= livenessProbabilityMin });

/**
 * Judges faces of one picture: those that the service's setting names, or the ones that are given.
 *
 * @throws AppError `several_faces` where there should be one, `image_too_many_pixels`; otherwise as `analyzePicture`
 */
export async function checkFaces(request: FacesRequest): Promise<CheckedFaces> {
  const found = await findFacesToCheck(request);
  if (found.poor !== undefined) return { ...found, verdicts: [] };
  const verdicts = found.analysis.faces.map(({ liveness }) => {
    if (liveness === undefined) throw new TypeError("The face was analysed without its liveness.");
    return verdictOf(liveness.probability);
  });
  return { ...found, verdicts };
}
