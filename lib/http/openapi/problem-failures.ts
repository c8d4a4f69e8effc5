import { z } from "zod";
import { AppError, type ErrorCode } from "@/lib/errors/app-error";
import { problemOf } from "@/lib/http/problem-details";
import type { ApiFailure } from "./api-description";

/** Shape of a failure of an API of our own. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  code: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
});

const id = "0198c0de-0000-7000-8000-000000000000";

/** Describes failures of the operation at a path, each with the answer that would be given. */
export function problemFailures(path: string, failures: readonly (readonly [ErrorCode, string])[]): ApiFailure[] {
  return failures.map(([code, detail]) => {
    const example = problemOf(new AppError(code, detail), { id, path });
    return { status: example.status, example, when: detail };
  });
}
