import { readPicture } from "@/lib/domain/faces/service";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { imageIdOf } from "@/lib/wire/compreface/path-values";
import { comprefacePath, comprefacePicture } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/faces/{image_id}/img";

/** The picture of a stored face; 404 without a body where none is kept. */
export const faceImageHandlers = comprefacePath(pattern, {
  GET: comprefacePicture({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: ({ request }) => imageIdOf(request, pattern),
    run: (id, { actor }) => readPicture(actor, id),
    serialize: (picture) => picture?.bytes ?? null,
  }),
});
