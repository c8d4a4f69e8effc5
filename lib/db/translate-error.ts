import { AppError } from "@/lib/errors/app-error";
import { type ErrorShape, shapeOf } from "./error-shape";

const retryAfterS = 1;

// P1xxx: server not reached, connection closed or timed out. P2024, P2028, P2037: no connection free. P2034: deadlock.
const unavailableCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2034", "P2037"]);
// A raw query has P2010 for whatever happened; then the adapter's kind tells.
const unavailableKinds = new Set([
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "TransactionWriteConflict",
]);
const brokenConnectionCodes = new Set(["ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH"]);
// Connection lost, out of connections, memory or disk space, shutting down or starting up (SQLSTATE classes).
const unavailableStates = /^(08|53|57P)/;
// The pool of `pg` throws these without any code.
const unavailableMessages = [
  "timeout exceeded when trying to connect",
  "Connection terminated unexpectedly",
  "Connection terminated due to connection timeout",
];
const duplicate = "UniqueConstraintViolation";
const statementTimeout = "57014";
// A zero byte in a text, an id that is no UUID.
const invalidValueStates = new Set(["22021", "22P02"]);

function isUnavailable({ code = "", kind = "", sqlState = "", message }: ErrorShape): boolean {
  return (
    unavailableCodes.has(code) ||
    unavailableKinds.has(kind) ||
    brokenConnectionCodes.has(code) ||
    unavailableStates.test(sqlState) ||
    unavailableMessages.includes(message)
  );
}

/** Name of the unique index that a write ran into, as in the migrations; undefined for any other error. */
export function violatedConstraint(error: unknown): string | undefined {
  const shape = shapeOf(error instanceof AppError ? error.cause : error);
  return shape?.kind === duplicate ? shape.constraint : undefined;
}

/**
 * Turns an error of the database client into one of ours; what means neither the client's request nor an outage stays.
 * The only place that knows Prisma's and PostgreSQL's codes.
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
