interface NewAddress {
  /** Path of a wire's route; the query stays. */
  readonly path: string;
  readonly headers: Headers;
}

/** The same request with other headers to another path of this server. The body stays a stream. */
export function readdressRequest(request: Request, { path, headers }: NewAddress): Request {
  const { origin, search } = new URL(request.url);
  const { method, body, signal } = request;
  // Streams can be sent on in this mode only, which the types of the browser's fetch do not know.
  const init: RequestInit & { duplex: "half" } = { method, headers, body, signal, duplex: "half" };
  return new Request(`${origin}${path}${search}`, init);
}
