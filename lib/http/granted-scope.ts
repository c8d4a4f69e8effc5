import type { ServiceScope } from "@/lib/auth/service-scope";

/** Kept beside the requests, like the keys of base addresses: no header that a client could send grants anything. */
const granted = new WeakMap<Request, ServiceScope>();

interface Grant {
  readonly scope: ServiceScope;
  /** Path of a wire's route. */
  readonly path: string;
}

/**
 * Makes of a request of a page the request that a program would have sent to a wire, with the access to a service that
 * the page's user was granted in the place of a key. Cookies stay behind; the body stays a stream.
 */
export function grantRequest(request: Request, { scope, path }: Grant): Request {
  const { origin, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of ["cookie", "x-api-key"]) headers.delete(name);
  const { method, body, signal } = request;
  // Streams can be sent on in this mode only, which the types of the browser's fetch do not know.
  const init: RequestInit & { duplex: "half" } = { method, headers, body, signal, duplex: "half" };
  const plain = new Request(`${origin}${path}${search}`, init);
  granted.set(plain, scope);
  return plain;
}

/** The access that came with this request in the place of a key. */
export const grantedScopeOf = (request: Request): ServiceScope | undefined => granted.get(request);
