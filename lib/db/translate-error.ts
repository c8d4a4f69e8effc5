import { AppError } from "@/lib/errors/app-error";
import { shapeOf } from "./error-shape";
import { isUnavailable } from "./unavailable";

const retryAfterS = 1;

const duplicate = "UniqueConstraintViolation";
const statementTimeout = "57014";
// A zero byte in a text, an id that is no UUID.
const invalidValueStates = new Set(["22021", "22P02"]);

/** Name of the unique index that a write ran into, as in the migrations; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  const shape = shapeOf(error instanceof AppError ? error.cause : error);
  return shape?.kind === duplicate ? shape.constraint : undefined;
}

/**
 * Turns an error of the database client into one of ours; what means neither the client's request nor an outage stays.
 * With `unavailable.ts` the only place that knows the codes of Prisma and PostgreSQL.
 */
export function translateError(error: unknown): unknown {
  const shape = error instanceof AppError ? null : shapeOf(error);
  if (shape === null) return error;
  const { code, kind, sqlState = "" } = shape;
  if (kind === duplicate)
    return new AppError("conflict", "An object with this name or key exists already.", { cause: error });
  if (code === "P2025") return new AppError("not_found", "The object does not exist.", { cause: error });
  if (sqlState === statementTimeout) {
    return new AppError("timeout", "The database took too long to answer.", { cause: error });
  }
  if (isUnavailable(shape)) {
    return new AppError("unavailable", "The database does not answer at the moment.", { cause: error, retryAfterS });
  }
  if (invalidValueStates.has(sqlState)) {
    return new AppError("invalid_request", "A value has a form that cannot be stored.", { cause: error });
  }
  return error;
}
