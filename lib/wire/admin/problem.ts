import type { AppError } from "@/lib/errors/app-error";
import { renderProblem as renderDetails } from "@/lib/http/problem-details";
import type { FailedRequest } from "@/lib/http/wire";

/** Of a request that could be read but breaks the rules of its fields. */
const brokenFieldsStatus = 422;

/** Any failure as problem details; a request that cannot be read and one whose fields break rules differ in status. */
export function renderProblem(error: AppError, request: FailedRequest): Response {
  const hasBrokenFields = error.code === "invalid_request" && error.fields.length > 0;
  return renderDetails(error, request, hasBrokenFields ? brokenFieldsStatus : undefined);
}
