import { openCollection } from "@/lib/domain/collections/service";
import { requireRoom } from "@/lib/domain/detection/service";
import { deleteFacesInput, facesOfInput, markFacesInput, moveFacesInput } from "@/lib/domain/faces/schema";
import { addFace, deleteFacesById, listFacesOf, markFaces, moveFacesTo } from "@/lib/domain/faces/service";
import { AppError } from "@/lib/errors/app-error";
import { readMultipart } from "@/lib/http/body/read-multipart";
import { mediaTypeOf } from "@/lib/http/media-type";
import { uploadLimits } from "@/lib/http/upload-limits";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody, readId, readQuery } from "@/lib/wire/admin/read";
import { serializeList } from "@/lib/wire/admin/serialize";
import { serializeFace, serializeFacesOf, serializeMarkedFace } from "@/lib/wire/admin/serialize-collection";
import { adminPath, operation } from "@/lib/wire/admin/wire";

const subject = "/api/admin/services/{serviceId}/subjects/{subjectId}";

async function readPicture(request: Request): Promise<Uint8Array> {
  // What is no form is refused for that.
  if (mediaTypeOf(request) === "multipart/form-data") requireRoom();
  const file = (await readMultipart(request, uploadLimits())).files.get("file");
  if (file !== undefined) return file.bytes;
  const fields = [{ name: "file", detail: "must be a picture" }];
  throw new AppError("invalid_request", "The form has no picture.", { fields });
}

/** The faces of one subject, in parts; and one more, out of a picture that shows it alone. */
export const subjectFacesHandlers = adminPath(`${subject}/faces`, {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      wanted: { subjectId: readId(params, "subjectId"), ...readQuery(request, facesOfInput) },
    }),
    run: async ({ serviceId, wanted }, { actor }) =>
      listFacesOf(await openCollection({ actor, action: "collection.read", serviceId }), wanted),
    serialize: serializeFacesOf,
  }),
  POST: operation(
    {
      authenticate: signedIn,
      read: ({ request, params }) => ({
        serviceId: readId(params, "serviceId"),
        subjectId: readId(params, "subjectId"),
        request,
      }),
      run: async ({ serviceId, subjectId, request }, { actor, signal }) => {
        // Before the picture is read: who may not add one need not send it.
        const scope = await openCollection({ actor, action: "collection.change", serviceId });
        const idempotencyKey = request.headers.get("idempotency-key") ?? undefined;
        return addFace({ scope, subjectId, bytes: await readPicture(request), idempotencyKey, signal });
      },
      serialize: serializeFace,
      status: 201,
    },
    { takesForms: true },
  ),
});

/** What is odd about some of them. A question that is too long for an address. */
export const faceMarksHandlers = adminPath(`${subject}/face-marks`, {
  POST: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      wanted: { subjectId: readId(params, "subjectId"), ...(await readBody(request, markFacesInput)) },
    }),
    run: async ({ serviceId, wanted }, { actor }) =>
      markFaces(await openCollection({ actor, action: "collection.read", serviceId }), wanted),
    serialize: serializeList(serializeMarkedFace),
  }),
});

/** Some faces of a collection at once: to another subject, or away. */
export const facesHandlers = adminPath("/api/admin/services/{serviceId}/faces", {
  PATCH: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      wanted: await readBody(request, moveFacesInput),
    }),
    run: async ({ serviceId, wanted }, { actor }) =>
      moveFacesTo(await openCollection({ actor, action: "collection.change", serviceId }), wanted),
    serialize: ({ moved }) => ({ moved }),
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      ...(await readBody(request, deleteFacesInput)),
    }),
    run: async ({ serviceId, ids }, { actor }) =>
      deleteFacesById(await openCollection({ actor, action: "collection.change", serviceId }), ids),
    serialize: (deleted) => ({ deleted: deleted.length }),
  }),
});
