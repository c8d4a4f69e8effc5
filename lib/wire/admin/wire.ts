import { AppError } from "@/lib/errors/app-error";
import { mediaTypeOf } from "@/lib/http/media-type";
import { renderJson } from "@/lib/http/render-json";
import { type RouteHandler, route } from "@/lib/http/route";
import { requireSameOrigin } from "@/lib/http/same-origin";
import type { Actor, Endpoint, Wire } from "@/lib/http/wire";
import { renderProblem } from "./problem";

/** An answer that sets cookies comes whole; any other as the value that becomes its JSON, or undefined for none. */
function render(status: number, body: unknown): Response {
  if (body instanceof Response) return body;
  return body === undefined ? new Response(null, { status }) : renderJson(status, body);
}

export const adminWire: Wire = { name: "admin", headers: {}, render, renderError: renderProblem };

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];
type Handlers = Record<Method, RouteHandler>;

/** An endpoint that does not know yet under which path and method it answers. */
export type Operation = (pattern: string, method: Method) => RouteHandler;

interface Content {
  /** Set where pictures come: then a form or a bare file is taken too, of our own pages. */
  readonly takesForms?: boolean;
}

/** One operation of the admin API; its path and the check against foreign pages come with the path it is put at. */
export function operation<A extends Actor, Input, Result>(
  endpoint: Omit<Endpoint<A, Input, Result>, "pattern">,
  content: Content = {},
): Operation {
  return (pattern, method) => {
    const authenticate = (request: Request) => {
      if (method !== "GET") requireOwnPage(request, content);
      return endpoint.authenticate(request);
    };
    return route(adminWire, { ...endpoint, pattern, authenticate });
  };
}

/** A form of another page can send neither this type nor our origin; with both asked for it takes a script of ours. */
function requireOwnPage(request: Request, { takesForms = false }: Content): void {
  requireSameOrigin(request);
  const type = mediaTypeOf(request);
  if (type === "application/json") return;
  if (takesForms && (type === "multipart/form-data" || type === "application/octet-stream")) return;
  throw new AppError("unsupported_content_type", "The content type must be application/json.");
}

/** All methods of a path: those given, and 405 as a problem for the others. */
export function adminPath(pattern: string, operations: Partial<Record<Method, Operation>>): Handlers {
  const supported = methods.filter((method) => operations[method] !== undefined);
  const refusal = refuseMethod(pattern, supported);
  const entries = methods.map((method) => [method, operations[method]?.(pattern, method) ?? refusal]);
  return Object.fromEntries(entries) as Handlers;
}

function refuseMethod(pattern: string, supported: readonly Method[]): RouteHandler {
  return route(
    { ...adminWire, headers: { allow: supported.join(", ") } },
    {
      pattern,
      authenticate: () => ({}),
      read: ({ request }) => request.method,
      run: (method) => {
        throw new AppError("method_not_allowed", `${method} is not possible here.`);
      },
      serialize: () => undefined,
      duringBoot: true,
    },
  );
}
