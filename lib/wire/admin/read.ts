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

/** Reads a JSON body of at most 64 kB. */
export async function readBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  return parse(schema, await readJson(request, { bytesMax: bodyBytesMax }));
}

/** Reads the parameters of the query string; of a repeated one the last counts. */
export function readQuery<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  return parse(schema, Object.fromEntries(new URL(request.url).searchParams));
}

const id = z.uuid();

/** An id out of the path. What is no UUID names nothing. @throws AppError `not_found` */
export function readId(params: PathParameters, name: string): string {
  const parsed = id.safeParse(params[name]);
  if (parsed.success) return parsed.data.toLowerCase();
  throw new AppError("not_found", "The object does not exist.");
}

/** Reads the empty object that a request without anything to say sends. */
export async function readNothing(request: Request): Promise<void> {
  await readBody(request, z.strictObject({}));
}

/** The id out of the path of a change that needs no more. */
export async function readOnlyId(request: Request, params: PathParameters, name: string): Promise<string> {
  const found = readId(params, name);
  await readNothing(request);
  return found;
}
