import { z } from "zod";
import { type SchemaProblem, schemaError } from "./errors";

/** More than any crowd has; describing so many takes longer than a request may. */
const objectsMax = 256;
const problemsMax = 20;

/** Edges as shares of the picture's width and height; what lies outside is cut off. */
const bbox = z
  .array(z.number())
  .length(4)
  .refine(([left = 0, top = 0, right = 0, bottom = 0]) => spanOf(left, right) > 0 && spanOf(top, bottom) > 0, {
    error: "the box should be [left, top, right, bottom] and have an area inside the picture",
  })
  .meta({ description: "Left, top, right and bottom edge as shares of the picture's width and height" });

/** What of a box lies inside the picture. */
export const clip = (share: number) => Math.min(1, Math.max(0, share));
const spanOf = (start: number, end: number) => clip(end) - clip(start);

/** Members beyond these are kept and given back. */
const object = z.looseObject({ class: z.string().nullish(), bbox: bbox.nullish() });
export type SampleObject = z.output<typeof object>;

const objects = z.array(object).max(objectsMax).nullish();

/** A picture and what is known of it. */
export const imageSample = z.looseObject({
  $image: z.string().meta({ description: "The picture in base64" }),
  objects,
});

const templateObject = z.looseObject({ class: z.string().nullish(), $template: z.string().nullish() });
export type TemplateObject = z.output<typeof templateObject>;

/** Templates, without a picture. */
export const templateSample = z.looseObject({ objects: z.array(templateObject).max(objectsMax) });

type Path = readonly PropertyKey[];

const typeWords: Readonly<Record<string, readonly [msg: string, type: string]>> = {
  string: ["str type expected", "type_error.str"],
  number: ["value is not a valid float", "type_error.float"],
  array: ["value is not a valid list", "type_error.list"],
  object: ["value is not a valid dict", "type_error.dict"],
};

function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<PropertyKey, unknown> | undefined)?.[name], body);
}

function wordsOf(issue: z.core.$ZodIssue, value: unknown): readonly [msg: string, type: string] {
  if (value === undefined) return ["field required", "value_error.missing"];
  if (issue.code === "invalid_type") return typeWords[issue.expected] ?? [issue.message, "type_error"];
  const count = (limit: number | bigint) => `${limit} item${limit === 1 ? "" : "s"}`;
  if (issue.code === "too_big")
    return [`ensure this value has at most ${count(issue.maximum)}`, "value_error.list.max_items"];
  if (issue.code === "too_small")
    return [`ensure this value has at least ${count(issue.minimum)}`, "value_error.list.min_items"];
  return [issue.message, "value_error"];
}

function toProblem(issue: z.core.$ZodIssue, body: unknown): SchemaProblem {
  const [msg, type] = wordsOf(issue, valueAt(body, issue.path));
  return { loc: ["body", ...issue.path.map((name) => (typeof name === "number" ? name : String(name)))], msg, type };
}

/** The first problem of each member: the others follow from it. */
function problemsOf({ issues }: z.ZodError, body: unknown): SchemaProblem[] {
  const problems = new Map<string, SchemaProblem>();
  for (const issue of issues) {
    const place = JSON.stringify(issue.path);
    if (!problems.has(place)) problems.set(place, toProblem(issue, body));
  }
  return [...problems.values()].slice(0, problemsMax);
}

/** @throws ThreediviError 422 with what is wrong, member by member */
export function parseSample<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  // The body itself: the copy has its members in another order, and the answer gives them back.
  if (parsed.success) return body as z.output<T>;
  throw schemaError(...problemsOf(parsed.error, body));
}
