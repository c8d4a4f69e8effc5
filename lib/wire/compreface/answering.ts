import { AppError, type ErrorCode } from "@/lib/errors/app-error";
import type { ComprefaceError } from "./errors";

type Answers = Readonly<Partial<Record<ErrorCode, () => ComprefaceError>>>;

/** Runs a use case; failures for which the vendor has words of its own are told in those. */
export async function answering<T>(answers: Answers, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const answer = error instanceof AppError ? answers[error.code] : undefined;
    throw answer?.() ?? error;
  }
}
