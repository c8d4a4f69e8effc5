import { type RouteHandler, route } from "@/lib/http/route";
import type { Actor, Endpoint, Wire } from "@/lib/http/wire";
import { unsupportedMethod } from "./catalogue";
import { renderError } from "./errors";
import { renderJson } from "./render";

const corsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS, PUT, DELETE",
  "access-control-allow-headers":
    "DNT,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,x-api-key",
} as const;

const wire: Wire = { name: "compreface", headers: corsHeaders, render: renderJson, renderError };

const preflightWire: Wire = {
  ...wire,
  headers: { ...corsHeaders, "access-control-max-age": "1728000" },
  render: (status) => new Response(null, { status }),
};

/** Bytes of a stored picture; nothing, and no text either, where there is none. */
const pictureWire: Wire = {
  ...wire,
  render: (status, picture) => {
    if (!(picture instanceof Uint8Array)) return new Response(null, { status: 404 });
    return new Response(Uint8Array.from(picture), { status, headers: { "content-type": "application/octet-stream" } });
  },
};

/** An answer that is made as the client takes it; compressing would hold its pieces back. */
const streamWire: Wire = {
  ...wire,
  headers: { ...corsHeaders, "cache-control": "no-store, no-transform" },
  render: (status, body) => (body instanceof Response ? body : renderJson(status, body)),
};

const textWire: Wire = {
  ...wire,
  render: (status, text) => new Response(String(text), { status, headers: { "content-type": "text/plain" } }),
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
type Handlers = Record<Method | "OPTIONS", RouteHandler>;

const anyone = (): Actor => ({});

/** Wraps one operation for this wire. */
export function compreface<A extends Actor, Input, Result>(endpoint: Endpoint<A, Input, Result>): RouteHandler {
  return route(wire, endpoint);
}

/** Wraps an operation whose serializer gives the bytes of a picture, or null where there is none. */
export function comprefacePicture<A extends Actor, Input, Result>(
  endpoint: Endpoint<A, Input, Result> & {
    readonly serialize: (result: Result, input: Input, actor: A) => Uint8Array | null;
  },
): RouteHandler {
  return route(pictureWire, endpoint);
}

/** Wraps an operation whose serializer gives an answer that is made as the client takes it. */
export function comprefaceStream<A extends Actor, Input, Result>(
  endpoint: Endpoint<A, Input, Result> & {
    readonly serialize: (result: Result, input: Input, actor: A) => Response;
  },
): RouteHandler {
  return route(streamWire, endpoint);
}

/** Wraps an operation whose serializer gives plain text. */
export function comprefaceText<A extends Actor, Input, Result>(
  endpoint: Endpoint<A, Input, Result> & {
    readonly serialize: (result: Result, input: Input, actor: A) => string;
  },
): RouteHandler {
  return route(textWire, endpoint);
}

/** All methods of a path: those given, the browser's preflight, and 405 in the wire's own JSON for the others. */
export function comprefacePath(pattern: string, handlers: Partial<Record<Method, RouteHandler>>): Handlers {
  const supported = methods.filter((method) => handlers[method] !== undefined);
  const refuse = refuseMethod(pattern, supported);
  const entries = methods.map((method) => [method, handlers[method] ?? refuse]);
  return { ...Object.fromEntries(entries), OPTIONS: preflight(pattern) } as Handlers;
}

function preflight(pattern: string): RouteHandler {
  const nothing = () => undefined;
  return route(preflightWire, {
    pattern,
    authenticate: anyone,
    read: nothing,
    run: nothing,
    serialize: nothing,
    status: 204,
    duringBoot: true,
  });
}

function refuseMethod(pattern: string, supported: readonly Method[]): RouteHandler {
  const headers = { ...corsHeaders, allow: [...supported, "OPTIONS"].join(", ") };
  return route(
    { ...wire, headers },
    {
      pattern,
      authenticate: anyone,
      read: ({ request }) => request.method,
      run: (method) => {
        throw unsupportedMethod(method);
      },
      serialize: () => undefined,
      duringBoot: true,
    },
  );
}
