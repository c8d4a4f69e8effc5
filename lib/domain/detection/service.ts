import { InferenceError, type InferenceErrorCode } from "@/inference/inference-error";
import { getEngine } from "@/inference/pipeline/engine";
import type { ServiceScope } from "@/lib/auth/service-scope";
import { AppError, type ErrorCode } from "@/lib/errors/app-error";
import type { Analysis, AnalyzeOptions, Feature } from "./types";

export interface DetectFacesRequest {
  readonly scope: ServiceScope;
  /** The file as it was sent; it moves to a worker and is empty for the caller afterwards. */
  readonly bytes: Uint8Array;
  readonly features: readonly Feature[];
  /** 0..1, boxes at or below it are dropped; the service's own threshold, else the model pack's, when absent. */
  readonly probabilityMin?: number | undefined;
  /** Keeps the largest faces only; absent = all. */
  readonly facesMax?: number | undefined;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the faces of a picture, the largest first, with the features that were asked for.
 *
 * @throws AppError `no_face`; `image_*` for what cannot be read; `busy`, `timeout` and `unavailable` with a time to wait
 */
export async function detectFaces(request: DetectFacesRequest): Promise<Analysis> {
  const analysis = await analyze(request);
  if (analysis.faces.length > 0) return analysis;
  throw new AppError("no_face", "The image contains no face above the detection threshold.");
}

async function analyze({ scope, bytes, features, facesMax, signal, ...wishes }: DetectFacesRequest): Promise<Analysis> {
  const probabilityMin = wishes.probabilityMin ?? scope.settings.detectionProbabilityMin ?? undefined;
  const options: AnalyzeOptions = {
    features,
    ...(probabilityMin !== undefined && { probabilityMin }),
    ...(facesMax !== undefined && { facesMax }),
  };
  try {
    return await getEngine().analyze(bytes, options, signal);
  } catch (error) {
    throw toAppError(error);
  }
}

interface Translation {
  readonly code: ErrorCode;
  readonly text: string;
  readonly retryAfterS?: number;
}

const unavailable = {
  code: "unavailable",
  text: "Face analysis is not available at the moment.",
  retryAfterS: 5,
} as const;

const translations = {
  image_unsupported: { code: "image_unsupported", text: "The image format is not supported" },
  image_unreadable: { code: "image_unreadable", text: "The image is damaged or incomplete" },
  image_too_many_pixels: { code: "image_too_many_pixels", text: "The image has too many pixels" },
  busy: { code: "busy", text: "The server is busy, please try again later", retryAfterS: 1 },
  timeout: { code: "timeout", text: "The analysis took too long", retryAfterS: 5 },
  worker_lost: unavailable,
  model_missing: unavailable,
  model_corrupt: unavailable,
} as const satisfies Record<InferenceErrorCode, Translation>;

/** The engine's words in those of the domain; its own text is for the log. Anything else passes unchanged. */
function toAppError(error: unknown): unknown {
  if (!(error instanceof InferenceError)) return error;
  const { code, text, retryAfterS }: Translation = translations[error.code];
  const waitS = error.retryAfterS ?? retryAfterS;
  return new AppError(code, text, { cause: error, ...(waitS === undefined ? {} : { retryAfterS: waitS }) });
}
