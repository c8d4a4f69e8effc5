import { liftBaseUrlKey } from "@/lib/http/base-url";
import type { RouteHandler } from "@/lib/http/route";
import { configHandlers } from "@/lib/wire/compreface/endpoints/config";
import { consistenceHandlers } from "@/lib/wire/compreface/endpoints/consistence";
import { detectHandlers } from "@/lib/wire/compreface/endpoints/detect";
import { unknownPathHandlers } from "@/lib/wire/compreface/endpoints/unknown";
import { verifyEmbeddingsHandlers } from "@/lib/wire/compreface/endpoints/verify-embeddings";
import { verifyImagesHandlers } from "@/lib/wire/compreface/endpoints/verify-images";

type Handlers = typeof unknownPathHandlers;

/**
 * Every route of a wire by its path, values in braces: what `/k/<api key>` can stand before. A test compares it with the
 * folder `app`. Of two patterns that fit a path the earlier one answers.
 */
export const wireRoutes: ReadonlyMap<string, Handlers> = new Map([
  ["/api/v1/config", configHandlers],
  ["/api/v1/consistence/status", consistenceHandlers],
  ["/api/v1/detection/detect", detectHandlers],
  ["/api/v1/verification/embeddings/verify", verifyEmbeddingsHandlers],
  ["/api/v1/verification/verify", verifyImagesHandlers],
]);

const isValue = (segment: string) => segment.startsWith("{");

function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return false;
  return wanted.every((segment, at) => (isValue(segment) ? given[at] !== "" : segment === given[at]));
}

function handlersAt(path: string): Handlers {
  for (const [pattern, handlers] of wireRoutes) if (fits(pattern, path)) return handlers;
  return unknownPathHandlers;
}

function forward(method: keyof Handlers): RouteHandler {
  return async (addressed) => {
    const { request, path } = liftBaseUrlKey(addressed);
    return handlersAt(path)[method](request);
  };
}

/** The wires behind `/k/<api key>`, for clients that can be told another address but no header. */
export const baseUrlHandlers: Handlers = {
  GET: forward("GET"),
  POST: forward("POST"),
  PUT: forward("PUT"),
  PATCH: forward("PATCH"),
  DELETE: forward("DELETE"),
  OPTIONS: forward("OPTIONS"),
};
