import { liftBaseUrlKey } from "@/lib/http/base-url";
import type { RouteHandler } from "@/lib/http/route";
import { configHandlers } from "@/lib/wire/compreface/endpoints/config";
import { consistenceHandlers } from "@/lib/wire/compreface/endpoints/consistence";
import { detectHandlers } from "@/lib/wire/compreface/endpoints/detect";
import { unknownPathHandlers } from "@/lib/wire/compreface/endpoints/unknown";

type Handlers = typeof unknownPathHandlers;

/** Every route of a wire by its path: what `/k/<api key>` can stand before. A test compares it with the folder `app`. */
export const wireRoutes: ReadonlyMap<string, Handlers> = new Map([
  ["/api/v1/config", configHandlers],
  ["/api/v1/consistence/status", consistenceHandlers],
  ["/api/v1/detection/detect", detectHandlers],
]);

function forward(method: keyof Handlers): RouteHandler {
  return async (addressed) => {
    const { request, path } = liftBaseUrlKey(addressed);
    return (wireRoutes.get(path) ?? unknownPathHandlers)[method](request);
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
