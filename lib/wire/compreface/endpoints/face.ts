import { deleteFace } from "@/lib/domain/faces/service";
import { answering } from "@/lib/wire/compreface/answering";
import { writeKey } from "@/lib/wire/compreface/auth";
import { unknownImage } from "@/lib/wire/compreface/catalogue";
import { serializeStoredFace } from "@/lib/wire/compreface/face-list";
import { imageIdOf } from "@/lib/wire/compreface/path-values";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/faces/{image_id}";

/** One stored face by its id. */
export const faceHandlers = comprefacePath(pattern, {
  DELETE: compreface({
    pattern,
    authenticate: writeKey("RECOGNITION"),
    read: ({ request }) => imageIdOf(request, pattern),
    run: (id, { actor }) => answering({ not_found: () => unknownImage(id) }, () => deleteFace(actor, id)),
    serialize: serializeStoredFace,
  }),
});
