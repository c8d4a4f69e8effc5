import { z } from "zod";
import { AppError, type FieldProblem } from "@/lib/errors/app-error";
import { readJson } from "@/lib/http/body/read-json";
import type { PathParameters } from "@/lib/http/wire";

/** No request of the web application comes near it. */
const bodyBytesMax = 64 * 1024;

/** @throws AppError `invalid_request` naming every field that breaks a rule */
function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap(toFields);
  throw new AppError("invalid_request", "Some values cannot be accepted.", { fields });
}

function toFields(issue: z.core.$ZodIssue): FieldProblem[] {
  if (issue.code !== "unrecognized_keys") return [{ name: issue.path.join("."), detail: issue.message }];
  return issue.keys.map((key) => ({ name: [...issue.path, key].join("."), detail: "is not known" }));
}

/** Makes the reader of a JSON body of at most 64 kB. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return async (request: Request): Promise<z.output<S>> =>
    parse(schema, await readJson(request, { bytesMax: bodyBytesMax }));
}

/** Reads the parameters of the query string; of a repeated one the last counts. */
export function readQuery<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  return parse(schema, Object.fromEntries(new URL(request.url).searchParams));
}

/** The body of a request that has nothing to say. */
export const nothing = z.strictObject({});

const id = z.uuid();

/** An id out of the path. What is no UUID names nothing. @throws AppError `not_found` */
export function readId(params: PathParameters, name: string): string {
  const parsed = id.safeParse(params[name]);
  if (parsed.success) return parsed.data.toLowerCase();
  throw new AppError("not_found", "The object does not exist.");
}
