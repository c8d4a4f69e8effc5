import { AppError } from "@/lib/errors/app-error";
import { type RouteHandler, route } from "./route";
import type { Actor, Wire } from "./wire";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
export type PathHandlers = Readonly<Record<Method | "OPTIONS", RouteHandler>>;

/** Lets pages of any origin call; a service's own list of origins narrows it. */
export const openCorsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS, PUT, DELETE",
  "access-control-allow-headers": "Content-Type, x-api-key",
} as const;

/** How long a browser may rely on the answer to its preflight. */
const preflightSecondsMax = "1728000";

const anyone = (): Actor => ({});
const nothing = () => undefined;

/** All methods of a path: those given, the browser's preflight, and for the others `method_not_allowed` as the wire says it. */
export function wirePath(
  wire: Wire,
  pattern: string,
  handlers: Readonly<Partial<Record<Method, RouteHandler>>>,
): PathHandlers {
  const supported = methods.filter((method) => handlers[method] !== undefined);
  const refusal = refuseMethod(wire, pattern, supported);
  const entries = methods.map((method) => [method, handlers[method] ?? refusal]);
  return { ...Object.fromEntries(entries), OPTIONS: preflight(wire, pattern) } as PathHandlers;
}

/** Every path that nothing else of the wire answers: `not_found` as the wire says it. */
export function unknownPath(wire: Wire, pattern: string): PathHandlers {
  const refusal = route(wire, {
    pattern,
    authenticate: anyone,
    read: nothing,
    run: () => {
      throw new AppError("not_found", "No endpoint at this path");
    },
    serialize: nothing,
    duringBoot: true,
  });
  return wirePath(wire, pattern, { GET: refusal, POST: refusal, PUT: refusal, PATCH: refusal, DELETE: refusal });
}

interface Forwarded {
  readonly handlers: PathHandlers;
  readonly request: Request;
}

/** A path that leaves each request, or another in its place, to the handlers of the path chosen for it. */
export function forwardingPath(choose: (request: Request) => Forwarded): PathHandlers {
  const forward = (method: keyof PathHandlers): RouteHandler => {
    return async (sent) => {
      const { handlers, request } = choose(sent);
      return handlers[method](request);
    };
  };
  const entries = ([...methods, "OPTIONS"] as const).map((method) => [method, forward(method)]);
  return Object.fromEntries(entries) as PathHandlers;
}

function preflight(wire: Wire, pattern: string): RouteHandler {
  const render = (status: number) => new Response(null, { status });
  return route(
    { ...wire, headers: { ...wire.headers, "access-control-max-age": preflightSecondsMax }, render },
    { pattern, authenticate: anyone, read: nothing, run: nothing, serialize: nothing, status: 204, duringBoot: true },
  );
}

function refuseMethod(wire: Wire, pattern: string, supported: readonly Method[]): RouteHandler {
  const allow = [...supported, "OPTIONS"].join(", ");
  return route(
    { ...wire, headers: { ...wire.headers, allow } },
    {
      pattern,
      authenticate: anyone,
      read: ({ request }) => request.method,
      run: (method) => {
        throw new AppError("method_not_allowed", `Request method '${method}' not supported`);
      },
      serialize: nothing,
      duringBoot: true,
    },
  );
}
