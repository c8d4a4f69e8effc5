import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { readJson } from "@/lib/http/body/read-json";
import { mediaTypeOf } from "@/lib/http/media-type";
import { uploadLimits } from "@/lib/http/upload-limits";
import { brokenRule, emptyMember } from "./catalogue";

/** What is not a picture is small; parsing 2 MiB of numbers keeps other requests waiting for some 30 ms. */
const bodyBytesMax = 2 * 1024 * 1024;
const embeddingsMax = 100;

/** A body of JSON that holds no picture. @throws AppError for another content type and for what is not JSON */
export async function readJsonBody(request: Request): Promise<unknown> {
  if (mediaTypeOf(request) !== "application/json") {
    throw new AppError("unsupported_content_type", "Content type should be application/json");
  }
  return readJson(request, { bytesMax: Math.min(bodyBytesMax, uploadLimits().requestBytesMax) });
}

const members = z.record(z.string(), z.unknown());

/** A member that must not be empty. Unknown members are ignored. @throws ComprefaceError 400/5 */
function memberOf(body: unknown, name: string): unknown {
  const value = members.safeParse(body).data?.[name];
  if (value === undefined || value === null) throw emptyMember(name);
  return value;
}

/** @throws ComprefaceError 400/5 for an empty list, 400/26 for what is no list of lists of numbers or too long a one */
export function embeddingsOf(body: unknown, name: string): number[][] {
  const value = memberOf(body, name);
  const isList = Array.isArray(value) && typeof value[0] !== "number";
  if (!isList) throw brokenRule(`${name} should be a list of embeddings`);
  if (value.length === 0) throw emptyMember(name);
  if (value.length > embeddingsMax) throw brokenRule(`${name} should hold at most ${embeddingsMax} embeddings`);
  return value.map((item) => requireNumbers(item, name));
}

/** @throws ComprefaceError as `embeddingsOf`, of one embedding */
export function embeddingOf(body: unknown, name: string): number[] {
  const value = memberOf(body, name);
  if (Array.isArray(value) && value.length === 0) throw emptyMember(name);
  return requireNumbers(value, name);
}

function requireNumbers(value: unknown, name: string): number[] {
  if (Array.isArray(value) && value.every((item) => typeof item === "number")) return value;
  throw brokenRule(`${name} should hold numbers only`);
}
