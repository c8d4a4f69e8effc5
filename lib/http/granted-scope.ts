import type { ServiceScope } from "@/lib/auth/service-scope";
import { readdressRequest } from "./readdress-request";

/** Kept beside the requests, like the keys of base addresses: no header that a client could send grants anything. */
const granted = new WeakMap<Request, ServiceScope>();

interface Grant {
  readonly scope: ServiceScope;
  /** Path of a wire's route. */
  readonly path: string;
}

/**
 * Makes of a request of a page the request that a program would have sent to a wire, with the access to a service that
 * the page's user was granted in the place of a key. Cookies stay behind.
 */
export function grantRequest(request: Request, { scope, path }: Grant): Request {
  const headers = new Headers(request.headers);
  for (const name of ["cookie", "x-api-key"]) headers.delete(name);
  const plain = readdressRequest(request, { path, headers });
  granted.set(plain, scope);
  return plain;
}

/** The access that came with this request in the place of a key. */
export const grantedScopeOf = (request: Request): ServiceScope | undefined => granted.get(request);
