import { AppError } from "@/lib/errors/app-error";
import { measureJsonDepth } from "./json-depth";
import { readBytes } from "./read-bytes";
import type { ReadLimits } from "./read-limits";

/** No request of ours nests deeper than a handful; what walks the value later may recurse without fear. */
const depthMax = 32;

/** The name itself, or the escape it could hide its underscore behind. */
const mayHoldPrototype = /__proto__|\\u005f/i;

/**
 * Reads a JSON body: UTF-8, with or without a byte order mark. Members called `__proto__` are left out.
 *
 * @throws AppError `invalid_request` for an empty body, broken UTF-8, malformed or too deeply nested JSON; otherwise
 *   as `consumeBody` does
 */
export async function readJson(request: Request, limits: ReadLimits): Promise<unknown> {
  const bytes = await readBytes(request, limits);
  if (bytes.length === 0) throw new AppError("invalid_request", "The request has no body; JSON is expected.");
  if (measureJsonDepth(bytes) > depthMax) {
    throw new AppError("invalid_request", `The JSON is nested deeper than ${depthMax} levels.`);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return mayHoldPrototype.test(text) ? JSON.parse(text, dropPrototype) : JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid_request", "The request body is not valid JSON.", { cause });
  }
}

function dropPrototype(key: string, value: unknown): unknown {
  return key === "__proto__" ? undefined : value;
}
