import { replaceEncryptionInput } from "@/lib/domain/client-encryption/schema";
import { replaceEncryption, revealEncryption } from "@/lib/domain/client-encryption/service";
import type { ShownEncryption } from "@/lib/domain/client-encryption/types";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody, readId, readOnlyId } from "@/lib/wire/admin/read";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** The one answer in which the encryption of a service's clients stands. */
function serializeEncryption(shown: ShownEncryption) {
  if (shown.source !== "service") return { source: shown.source };
  const { source, encryptionKey, encryptionIv } = shown;
  return { source, encryptionKey, encryptionIv };
}

/** Another pair in the place of the one with which clients of a quality service encrypt; a random one for an empty object. */
export const encryptionHandlers = adminPath("/api/admin/services/{serviceId}/encryption", {
  PUT: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      ...(await readBody(request, replaceEncryptionInput)),
    }),
    run: (input, { actor }) => replaceEncryption({ actor, ...input }),
    serialize: serializeEncryption,
  }),
});

/** The pair itself; the audit trail tells who asked. */
export const revealEncryptionHandlers = adminPath("/api/admin/services/{serviceId}/encryption/reveal", {
  POST: operation({
    authenticate: signedIn,
    read: ({ request, params }) => readOnlyId(request, params, "serviceId"),
    run: (serviceId, { actor }) => revealEncryption({ actor, serviceId }),
    serialize: serializeEncryption,
  }),
});
