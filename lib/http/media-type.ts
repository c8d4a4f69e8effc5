/** Media type of a request's body in lower case, without its parameters; empty when none is told. */
export function mediaTypeOf({ headers }: Request): string {
  return (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
