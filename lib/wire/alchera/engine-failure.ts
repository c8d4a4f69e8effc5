import { AppError } from "@/lib/errors/app-error";
import { AlcheraError } from "./errors";
import type { ReturnCode } from "./return-codes";

/** Runs a use case; what the engine fails at is told with the return code for that step. */
export async function failingAs<T>(returnCode: ReturnCode, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (!(cause instanceof AppError)) throw new AlcheraError("internal", returnCode, { cause });
    if (cause.code !== "timeout") throw cause;
    throw new AlcheraError("unavailable", returnCode, { cause, retryAfterS: cause.retryAfterS });
  }
}
