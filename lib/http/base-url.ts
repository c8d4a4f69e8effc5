/** Kept beside the requests and not in a header, which any client could send or leave out. */
const lifted = new WeakSet<Request>();

interface AddressedRequest {
  readonly request: Request;
  /** Of the wire's route, without prefix and trailing slash. */
  readonly path: string;
}

/**
 * Takes the key out of a request to `/k/<api key>/<path of a wire>`: what comes back is the request that a client with
 * headers would have sent, so that nothing after this sees an address with a key in it. The body stays a stream.
 */
export function liftBaseUrlKey(request: Request): AddressedRequest {
  const { origin, pathname, search } = new URL(request.url);
  const [, , key = "", ...segments] = pathname.replace(/\/+$/, "").split("/");
  const path = `/${segments.join("/")}`;
  const headers = new Headers(request.headers);
  headers.set("x-api-key", key);
  const { method, body, signal } = request;
  // Streams can be sent on in this mode only, which the types of the browser's fetch do not know.
  const init: RequestInit & { duplex: "half" } = { method, headers, body, signal, duplex: "half" };
  const plain = new Request(`${origin}${path}${search}`, init);
  lifted.add(plain);
  return { request: plain, path };
}

/** Whether the key of this request stood in its address, which a service has to allow. */
export const hasBaseUrlKey = (request: Request) => lifted.has(request);
