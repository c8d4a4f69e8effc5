import { addApiKeyInput, rotateApiKeyInput } from "@/lib/domain/api-keys/schema";
import { addApiKey, listApiKeys, revealApiKey, revokeApiKey, rotateApiKey } from "@/lib/domain/api-keys/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody, readId, readOnlyId } from "@/lib/wire/admin/read";
import { serializeCreatedKey, serializeKey, serializeList } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** The keys of one service, never the keys themselves but in the answer that makes one. */
export const keysHandlers = adminPath("/api/admin/services/{serviceId}/keys", {
  GET: operation({
    authenticate: signedIn,
    read: ({ params }) => readId(params, "serviceId"),
    run: (serviceId, { actor }) => listApiKeys({ actor, serviceId }),
    serialize: serializeList(serializeKey),
  }),
  POST: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      ...(await readBody(request, addApiKeyInput)),
    }),
    run: (input, { actor }) => addApiKey({ actor, ...input }),
    serialize: serializeCreatedKey,
    status: 201,
  }),
});

/** Revoking a key. */
export const keyHandlers = adminPath("/api/admin/keys/{keyId}", {
  DELETE: operation({
    authenticate: signedIn,
    read: ({ request, params }) => readOnlyId(request, params, "keyId"),
    run: (keyId, { actor }) => revokeApiKey({ actor, keyId }),
    serialize: () => undefined,
    status: 204,
  }),
});

/** The key itself, once more; the audit trail tells who asked. */
export const revealHandlers = adminPath("/api/admin/keys/{keyId}/reveal", {
  POST: operation({
    authenticate: signedIn,
    read: ({ request, params }) => readOnlyId(request, params, "keyId"),
    run: (keyId, { actor }) => revealApiKey({ actor, keyId }),
    serialize: ({ key }) => ({ key }),
  }),
});

/** A new key in the place of an old one, which stays good for a while. */
export const rotateHandlers = adminPath("/api/admin/keys/{keyId}/rotate", {
  POST: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      keyId: readId(params, "keyId"),
      ...(await readBody(request, rotateApiKeyInput)),
    }),
    run: (input, { actor }) => rotateApiKey({ actor, ...input }),
    serialize: serializeCreatedKey,
  }),
});
