import { requireRoom } from "@/lib/domain/detection/service";
import { deleteFaces, enrolFace, listFaces } from "@/lib/domain/faces/service";
import { answering } from "@/lib/wire/compreface/answering";
import { serviceKey, writeKey } from "@/lib/wire/compreface/auth";
import { reusedIdempotencyKey } from "@/lib/wire/compreface/catalogue";
import { facePageOf, serializeAdmission, serializeFacePage } from "@/lib/wire/compreface/face-list";
import { idempotencyKeyOf } from "@/lib/wire/compreface/idempotency-key";
import { pictureNames, readPictures } from "@/lib/wire/compreface/image-upload";
import { collectParameters } from "@/lib/wire/compreface/parameters";
import { enrolParameters, parseParameters } from "@/lib/wire/compreface/schema";
import { deletionSubjectOf, requireSubject } from "@/lib/wire/compreface/subject-name";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/faces";
const authenticate = writeKey("RECOGNITION");

/** The stored faces of a collection. */
export const facesHandlers = comprefacePath(pattern, {
  GET: compreface({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: ({ request }) => facePageOf(collectParameters(request.url)),
    run: (page, { actor }) => listFaces(actor, page),
    serialize: serializeFacePage,
  }),
  POST: compreface({
    pattern,
    authenticate,
    admit: requireRoom,
    read: async ({ request }) => {
      const idempotencyKey = idempotencyKeyOf(request);
      const { pictures, parameters } = await readPictures(request, pictureNames.file);
      const { det_prob_threshold } = parseParameters(enrolParameters, parameters);
      const subject = requireSubject(parameters);
      return { bytes: pictures.file, subject, probabilityMin: det_prob_threshold, idempotencyKey };
    },
    run: (input, { actor, signal }) =>
      answering({ conflict: reusedIdempotencyKey }, () => enrolFace({ scope: actor, ...input, signal })),
    // The name as the request spells it, whatever the collection's spelling is.
    serialize: ({ faceId, quality }, { subject }) => ({
      image_id: faceId,
      subject,
      ...(quality && { quality: serializeAdmission(quality) }),
    }),
    status: 201,
  }),
  DELETE: compreface({
    pattern,
    authenticate,
    read: ({ request }) => deletionSubjectOf(request),
    run: (which, { actor }) => deleteFaces(actor, which),
    serialize: ({ count }) => ({ deleted: count }),
  }),
});
