import type { ErrorShape } from "./error-shape";

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
// `pg` and its pool throw these without any code; Prisma puts a headline before some.
const unavailableMessages = [
  "timeout exceeded when trying to connect",
  "timeout expired",
  "Connection terminated",
  "Connection terminated unexpectedly",
  "Connection terminated due to connection timeout",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
  "Cannot use a pool after calling end on the pool",
];

/** Whether the error says that the database does not answer now, in any of the words of Prisma, its adapter, `pg` and PostgreSQL. */
export function isUnavailable({ code = "", kind = "", sqlState = "", message }: ErrorShape): boolean {
  return (
    unavailableCodes.has(code) ||
    unavailableKinds.has(kind) ||
    brokenConnectionCodes.has(code) ||
    // `pg` itself has the state as its code.
    [sqlState, code].some((state) => unavailableStates.test(state)) ||
    unavailableMessages.some((end) => message.endsWith(end))
  );
}
