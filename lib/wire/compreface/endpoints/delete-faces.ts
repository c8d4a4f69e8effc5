import { deleteFacesById } from "@/lib/domain/faces/service";
import { writeKey } from "@/lib/wire/compreface/auth";
import { brokenRule, imageIdNoUuid } from "@/lib/wire/compreface/catalogue";
import { serializeStoredFace } from "@/lib/wire/compreface/face-list";
import { readJsonBody } from "@/lib/wire/compreface/json-body";
import { isUuid } from "@/lib/wire/compreface/path-values";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/faces/delete";
const idsMax = 10_000;

async function readIds(request: Request): Promise<string[]> {
  const body = await readJsonBody(request);
  if (!Array.isArray(body)) throw brokenRule("The body should be a list of image ids");
  if (body.length > idsMax) throw brokenRule(`The body should hold at most ${idsMax} image ids`);
  const ids = body.map((id: unknown) => {
    if (typeof id !== "string" || !isUuid(id)) throw imageIdNoUuid();
    return id.toLowerCase();
  });
  return [...new Set(ids)];
}

/** Deletes stored faces by their ids and tells which there were. */
export const deleteFacesHandlers = comprefacePath(pattern, {
  POST: compreface({
    pattern,
    authenticate: writeKey("RECOGNITION"),
    read: ({ request }) => readIds(request),
    run: (ids, { actor }) => deleteFacesById(actor, ids),
    serialize: (faces) => faces.map(serializeStoredFace),
  }),
});
