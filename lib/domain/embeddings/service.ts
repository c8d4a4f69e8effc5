import { cosine } from "@/inference/calibration/cosine";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { similarityOf } from "@/inference/calibration/similarity";
import { decide } from "@/lib/domain/decision/service";
import type { FaceAnalysis } from "@/lib/domain/detection/types";
import type { ServiceSettings } from "@/lib/domain/services/types";
import { AppError } from "@/lib/errors/app-error";
import type { Likeness } from "./types";

/** Tag of the running networks, which stands with every embedding they made. */
export function runningModelTag(): string {
  return embeddingModel.tag;
}

/** The embedding of a face that was analysed for one. */
export function embeddingOf({ embedding }: FaceAnalysis): Float32Array {
  if (embedding === undefined) throw new TypeError("The face was analysed without its embedding.");
  return embedding;
}

/** Compares two embeddings of the running model, both of length 1. */
export function compareEmbeddings(a: Float32Array, b: Float32Array, settings: ServiceSettings): Likeness {
  const similarity = similarityOf(cosine(a, b));
  return { similarity, decision: decide({ similarity, gallerySize: 1, settings }) };
}

/**
 * A client's numbers as an embedding of length 1.
 *
 * @throws AppError `invalid_request` for numbers that the running model cannot have made
 */
export function toEmbedding(numbers: readonly number[]): Float32Array {
  const count = embeddingModel.numbers;
  if (numbers.length !== count) {
    throw new AppError("invalid_request", `An embedding should have ${count} numbers but has ${numbers.length}`);
  }
  const length = Math.hypot(...numbers);
  if (!Number.isFinite(length)) throw new AppError("invalid_request", "An embedding should have finite numbers only");
  if (length < 1e-6) throw new AppError("invalid_request", "An embedding should not consist of zeros");
  return Float32Array.from(numbers, (number) => number / length);
}
