import { resolveApiKey } from "@/lib/domain/api-keys/service";
import { readPicture } from "@/lib/domain/faces/service";
import { imageIdOf, pathValue } from "@/lib/wire/compreface/path-values";
import { comprefacePath, comprefacePicture } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/static/{key}/images/{image_id}";

/** A service behind the key, if there is one, as whom the request counts. */
async function identify(request: Request) {
  const scope = await resolveApiKey(pathValue(request, pattern, "key"));
  if (scope?.serviceType !== "RECOGNITION") return { scope: null };
  const { serviceId, keyId, settings } = scope;
  return { scope, serviceId, keyId, settings };
}

/**
 * The picture of a stored face at an address that can stand in a page. The key in it is looked up each time, so that the
 * address ends with the key; a key that opens nothing is answered like a picture that is not there.
 */
export const staticImageHandlers = comprefacePath(pattern, {
  GET: comprefacePicture({
    pattern,
    authenticate: identify,
    read: ({ request }) => imageIdOf(request, pattern),
    run: async (id, { actor: { scope } }) => scope && readPicture(scope, id),
    serialize: (picture) => picture?.bytes ?? null,
  }),
});
