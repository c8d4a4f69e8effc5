import { type RouteHandler, route } from "@/lib/http/route";
import type { Actor, Endpoint, Wire } from "@/lib/http/wire";
import { wirePath } from "@/lib/http/wire-path";
import { renderError } from "./errors";
import { renderJson } from "./render";

const corsHeaders = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST, OPTIONS, PUT, DELETE",
  "access-control-allow-headers":
    "DNT,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,x-api-key",
} as const;

export const comprefaceWire: Wire = { name: "compreface", headers: corsHeaders, render: renderJson, renderError };

/** Bytes of a stored picture; nothing, and no text either, where there is none. */
const pictureWire: Wire = {
  ...comprefaceWire,
  render: (status, picture) => {
    if (!(picture instanceof Uint8Array)) return new Response(null, { status: 404 });
    return new Response(Uint8Array.from(picture), { status, headers: { "content-type": "application/octet-stream" } });
  },
};

/** An answer that is made as the client takes it; compressing would hold its pieces back. */
const streamWire: Wire = {
  ...comprefaceWire,
  headers: { ...corsHeaders, "cache-control": "no-store, no-transform" },
  render: (status, body) => (body instanceof Response ? body : renderJson(status, body)),
};

const textWire: Wire = {
  ...comprefaceWire,
  render: (status, text) => new Response(String(text), { status, headers: { "content-type": "text/plain" } }),
};

/** Wraps one operation for this wire. */
export function compreface<A extends Actor, Input, Result>(endpoint: Endpoint<A, Input, Result>): RouteHandler {
  return route(comprefaceWire, endpoint);
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

/** All methods of a path: those given, and for the others what this wire says. */
export const comprefacePath = (pattern: string, handlers: Parameters<typeof wirePath>[2]) =>
  wirePath(comprefaceWire, pattern, handlers);
