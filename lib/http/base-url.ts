import { readdressRequest } from "./readdress-request";

/** Kept beside the requests and not in a header, which any client could send or leave out. */
const lifted = new WeakSet<Request>();

interface AddressedRequest {
  readonly request: Request;
  /** Of the wire's route, without prefix and trailing slash. */
  readonly path: string;
}

/**
 * Takes the key out of a request to `/k/<api key>/<path of a wire>`: what comes back is the request that a client with
 * headers would have sent, so that nothing after this sees an address with a key in it.
 */
export function liftBaseUrlKey(request: Request): AddressedRequest {
  const [, , key = "", ...segments] = new URL(request.url).pathname.replace(/\/+$/, "").split("/");
  const path = `/${segments.join("/")}`;
  const headers = new Headers(request.headers);
  headers.set("x-api-key", key);
  const plain = readdressRequest(request, { path, headers });
  lifted.add(plain);
  return { request: plain, path };
}

/** Whether the key of this request stood in its address, which a service has to allow. */
export const hasBaseUrlKey = (request: Request) => lifted.has(request);
