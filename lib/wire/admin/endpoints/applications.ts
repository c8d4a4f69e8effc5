import {
  addApplicationInput,
  pageRequestInput,
  removeApplicationInput,
  renameApplicationInput,
} from "@/lib/domain/applications/schema";
import {
  addApplication,
  listApplications,
  readApplication,
  removeApplication,
  renameApplication,
} from "@/lib/domain/applications/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody, readId, readQuery } from "@/lib/wire/admin/read";
import { serializeApplication, serializePage } from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** The applications that the caller may see, and new ones. */
export const applicationsHandlers = adminPath("/api/admin/applications", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request }) => readQuery(request, pageRequestInput),
    run: (part, { actor }) => listApplications({ actor, ...part }),
    serialize: serializePage(serializeApplication),
  }),
  POST: operation({
    authenticate: signedIn,
    read: ({ request }) => readBody(request, addApplicationInput),
    run: ({ name }, { actor }) => addApplication({ actor, name }),
    serialize: serializeApplication,
    status: 201,
  }),
});

/** One application. */
export const applicationHandlers = adminPath("/api/admin/applications/{applicationId}", {
  GET: operation({
    authenticate: signedIn,
    read: ({ params }) => readId(params, "applicationId"),
    run: (applicationId, { actor }) => readApplication({ actor, applicationId }),
    serialize: serializeApplication,
  }),
  PATCH: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      applicationId: readId(params, "applicationId"),
      ...(await readBody(request, renameApplicationInput)),
    }),
    run: (input, { actor }) => renameApplication({ actor, ...input }),
    serialize: serializeApplication,
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      applicationId: readId(params, "applicationId"),
      ...(await readBody(request, removeApplicationInput)),
    }),
    run: (input, { actor }) => removeApplication({ actor, ...input }),
    serialize: () => undefined,
    status: 204,
  }),
});
