import { errorRatesAt, knownCosineMax } from "@/inference/calibration/error-rates";
import { analyzePicture } from "@/lib/domain/detection/service";
import { embeddingOf, runningModelTag, toEmbedding } from "@/lib/domain/embeddings/service";
import { AppError } from "@/lib/errors/app-error";
import type { TemplateComparison, TemplateRequest, Templates } from "./types";
import { packTemplate, unpackTemplate } from "./utils";

/** Makes a template of every face of a picture; maybe of none. @throws AppError as `analyzePicture` */
export async function extractTemplates(request: TemplateRequest): Promise<Templates> {
  const analysis = await analyzePicture({ ...request, features: ["embedding"] });
  const modelTag = analysis.versions.embedding ?? runningModelTag();
  return {
    analysis,
    templates: analysis.faces.map((face) => packTemplate({ modelTag, embedding: embeddingOf(face) })),
  };
}

/**
 * Compares two templates.
 *
 * @throws AppError `invalid_request` for what is no template, for a damaged one, and for one of other networks than run
 */
export function compareTemplates(a: Uint8Array, b: Uint8Array): TemplateComparison {
  const [one, other] = [openTemplate(a), openTemplate(b)];
  const distance = Math.min(2, distanceOf(one, other));
  const cosine = 1 - distance ** 2 / 2;
  const nearest = Math.sqrt(2 - 2 * knownCosineMax());
  return {
    distance,
    ...errorRatesAt(cosine),
    nearness: nearest > 0 ? Math.max(0, 1 - distance / nearest) : 0,
  };
}

function openTemplate(bytes: Uint8Array): Float32Array {
  const { modelTag, embedding } = unpackTemplate(bytes);
  if (modelTag === runningModelTag()) return toEmbedding([...embedding]);
  throw new AppError("invalid_request", `The template was made by the model ${modelTag}, not by ${runningModelTag()}`);
}

/** From the numbers themselves: the way over the cosine would leave a distance between equal ones. */
function distanceOf(a: Float32Array, b: Float32Array): number {
  return Math.hypot(...a.map((number, at) => number - (b[at] as number)));
}
