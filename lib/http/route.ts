import { AppError } from "@/lib/errors/app-error";
import { readiness } from "@/lib/observability/readiness";
import { narrowOrigins, requireAllowedOrigin } from "./allowed-origins";
import { lingerOn } from "./body/linger";
import { requireRateOfKey } from "./key-rate";
import { emitRequestEvent, type RequestEvent } from "./request-event";
import { requestIdOf } from "./request-id";
import type { Actor, Endpoint, Exchange, PathParameters, Wire } from "./wire";

interface RouteSegment {
  readonly params: Promise<PathParameters>;
}

export type RouteHandler = (request: Request, segment?: RouteSegment) => Promise<Response>;

/** Biometric answers belong in no cache, and no browser may guess another type from their bytes. */
const commonHeaders = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

/** Status in logs for a client that hung up; it is never sent. */
const clientGone = 499;

/**
 * Turns an endpoint into a Next route handler: credential, input, use case, answer, and for every outcome one log
 * event, the metrics and the wire's own headers. It never throws: unknown errors become one generic sentence.
 */
export function route<A extends Actor, Input, Result>(wire: Wire, endpoint: Endpoint<A, Input, Result>): RouteHandler {
  return async (request, segment) => {
    const event = openEvent(wire, endpoint.pattern, request);
    let status = 500;
    try {
      const response = await answer(wire, endpoint, event, request, segment);
      status = request.signal.aborted ? clientGone : response.status;
      const headers = { ...commonHeaders, ...wire.headers, "x-request-id": event.id };
      return narrowOrigins(withHeaders(response, headers), request, event.actor);
    } finally {
      emitRequestEvent(event, status);
    }
  };
}

async function answer<A extends Actor, Input, Result>(
  wire: Wire,
  endpoint: Endpoint<A, Input, Result>,
  event: RequestEvent,
  request: Request,
  segment: RouteSegment | undefined,
): Promise<Response> {
  try {
    if (endpoint.duringBoot !== true) requireReady();
    const actor = await endpoint.authenticate(request);
    event.actor = actor;
    requireAllowedOrigin(request, actor);
    requireRateOfKey(actor);
    endpoint.admit?.();
    const params = (await segment?.params) ?? {};
    const exchange: Exchange<A> = { request, actor, params, requestId: event.id, signal: request.signal };
    const input = await endpoint.read(exchange);
    const result = await endpoint.run(input, exchange);
    if (endpoint.facts !== undefined) event.facts = endpoint.facts(result);
    return wire.render(endpoint.status ?? 200, endpoint.serialize(result, input, actor));
  } catch (error) {
    const failure = toAppError(error);
    // What fails after the client has gone is mostly its going.
    if (!request.signal.aborted) event.failure = failure;
    await passUnread(request);
    const { pathname: path } = new URL(request.url);
    return withAdvice(wire.renderError(failure, { id: event.id, path }), failure);
  }
}

/** Of a body that a refusal leaves unread: the client may go on sending it before it listens. */
async function passUnread({ body, headers }: Request): Promise<void> {
  if (body !== null && !body.locked) await lingerOn(body.getReader(), headers);
}

function openEvent(wire: Wire, pattern: string, request: Request): RequestEvent {
  const startedAt = performance.now();
  return { id: requestIdOf(request), wire: wire.name, route: pattern, method: request.method, startedAt };
}

function requireReady(): void {
  const status = readiness.status();
  if (status === "ready") return;
  const text = status === "stopping" ? "The server is stopping." : "The server is starting.";
  throw new AppError("unavailable", text, { retryAfterS: 2 });
}

/** What the file system says when it takes no more; work may go on once somebody has made room. */
const fullDisk: ReadonlySet<unknown> = new Set(["ENOSPC", "EDQUOT"]);

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof Error && "code" in error && fullDisk.has(error.code)) {
    return new AppError("unavailable", "The disk of the server is full.", { cause: error, retryAfterS: 60 });
  }
  return new AppError("internal", "Something went wrong, please try again", { cause: error });
}

/** When to come again; and after a body that never ended, that this connection ends, or it would linger half read. */
function withAdvice(response: Response, { code, retryAfterS }: AppError): Response {
  const retry = retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) };
  return withHeaders(response, { ...retry, ...(code === "timeout" && { connection: "close" }) });
}

function withHeaders(response: Response, headers: Readonly<Record<string, string>>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
