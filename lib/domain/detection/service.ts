import { getEngine } from "@/inference/pipeline/engine";
import { AppError } from "@/lib/errors/app-error";
import { countImages } from "@/lib/observability/image-rate";
import type { Analysis, AnalysisRequest, AnalyzeOptions, SeriesRequest, SeriesVerdict } from "./types";
import { toAppError } from "./utils";

/**
 * Refuses a request before its pictures are received when they would only be refused afterwards.
 *
 * @throws AppError `busy` and `unavailable` with a time to wait
 */
export function requireRoom(): void {
  try {
    getEngine().requireRoom();
  } catch (error) {
    throw toAppError(error);
  }
}

/**
 * Finds the faces of a picture, the largest first, with the features that were asked for; maybe none.
 *
 * @throws AppError `image_*` for what cannot be read; `busy`, `timeout` and `unavailable` with a time to wait
 */
export async function analyzePicture(request: AnalysisRequest): Promise<Analysis> {
  const { scope, bytes, features, facesMax, wholeImage, alignedPicture, faceBoxes, bodies, picture, signal } = request;
  const probabilityMin = request.probabilityMin ?? scope.settings.detectionProbabilityMin ?? undefined;
  const options: AnalyzeOptions = {
    features,
    ...(request.quality !== undefined && { quality: request.quality }),
    ...(probabilityMin !== undefined && { probabilityMin }),
    ...(facesMax !== undefined && { facesMax }),
    ...(wholeImage && { wholeImage }),
    ...(alignedPicture && { alignedPicture }),
    ...(faceBoxes && { faceBoxes }),
    ...(bodies && { bodies }),
    ...(picture && { picture }),
  };
  try {
    const analysis = await getEngine().analyze(bytes, options, signal);
    countImages(1);
    return analysis;
  } catch (error) {
    throw toAppError(error);
  }
}

/** `analyzePicture` of a picture that has to hold a face. @throws AppError `no_face` besides what that throws */
export async function detectFaces(request: AnalysisRequest): Promise<Analysis> {
  const analysis = await analyzePicture(request);
  if (analysis.faces.length > 0) return analysis;
  throw new AppError("no_face", "The image contains no face above the detection threshold.");
}

/**
 * Judges whether two to four pictures show one living person; what it answers when a picture shows no face counts for
 * nothing.
 *
 * @throws AppError as `analyzePicture`; the first picture that cannot be read decides
 */
export async function judgeSeries({ pictures, signal }: SeriesRequest): Promise<SeriesVerdict> {
  try {
    const verdict = await getEngine().judgeSeries(pictures, signal);
    countImages(pictures.length);
    return verdict;
  } catch (error) {
    throw toAppError(error);
  }
}
