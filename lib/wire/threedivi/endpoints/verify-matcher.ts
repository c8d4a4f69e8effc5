import { compareTemplates } from "@/lib/domain/templates/service";
import { AppError } from "@/lib/errors/app-error";
import { route } from "@/lib/http/route";
import { wirePath } from "@/lib/http/wire-path";
import { serviceKey } from "@/lib/wire/threedivi/auth";
import { decodeText } from "@/lib/wire/threedivi/base64";
import { schemaError } from "@/lib/wire/threedivi/errors";
import type { ServicePaths } from "@/lib/wire/threedivi/estimator";
import { readSampleBody } from "@/lib/wire/threedivi/read-body";
import { parseSample, type TemplateObject, templateSample } from "@/lib/wire/threedivi/schema";
import { serializeComparison } from "@/lib/wire/threedivi/serialize-verification";
import { threedivi } from "@/lib/wire/threedivi/wire";

const pattern = "/verify-matcher/process/sample";
/** Far above the largest template there is. */
const templateBytesMax = 64 * 1024;
/** A picture may come along from an earlier answer. */
const bodyBytesMax = 8 * 1024 * 1024;

interface Placed {
  readonly place: number;
  readonly object: TemplateObject;
}

/** The first two faces. @throws ThreediviError 422 when there are fewer */
function firstFaces(objects: readonly TemplateObject[]): readonly [Placed, Placed] {
  const faces = objects
    .map((object, place) => ({ place, object }))
    .filter(({ object }) => object.class === "face" || (!object.class && Boolean(object.$template)));
  const [one, other] = faces;
  if (one && other) return [one, other];
  throw schemaError({ loc: ["body", "objects"], msg: "two objects of class face are needed", type: "value_error" });
}

function templateOf({ place, object: { $template } }: Placed): Uint8Array {
  const loc = ["body", "objects", place, "$template"];
  if (!$template) throw schemaError({ loc, msg: "field required", type: "value_error.missing" });
  try {
    return decodeText($template, templateBytesMax);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const msg = cause.code === "file_too_large" ? "the template is too large" : "value is not valid base64";
    throw schemaError({ loc, msg, type: "value_error" });
  }
}

const POST = route(threedivi, {
  pattern,
  authenticate: serviceKey(["VERIFICATION"]),
  read: async ({ request }) => {
    const sample = parseSample(templateSample, await readSampleBody(request, bodyBytesMax));
    const [one, other] = firstFaces(sample.objects);
    return { sample, templates: [templateOf(one), templateOf(other)] as const };
  },
  run: ({ templates: [one, other] }) => compareTemplates(one, other),
  serialize: (comparison, { sample: { objects, ...rest } }) => ({
    ...rest,
    objects,
    verification: serializeComparison(comparison),
  }),
});

/** Compares two templates. */
export const verifyMatcher: ServicePaths = { sample: wirePath(threedivi, pattern, { POST }) };
