import { pageRequestInput } from "@/lib/domain/applications/schema";
import {
  addServiceInput,
  changeServiceInput,
  cloneServiceInput,
  removeServiceInput,
} from "@/lib/domain/services/schema";
import {
  addService,
  changeService,
  cloneService,
  listApplicationServices,
  readService,
  removeService,
  searchServices,
} from "@/lib/domain/services/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody, readId, readQuery } from "@/lib/wire/admin/read";
import {
  serializeFoundService,
  serializePage,
  serializeService,
  serializeServiceItem,
} from "@/lib/wire/admin/serialize";
import { adminPath, operation } from "@/lib/wire/admin/wire";

/** Services of all applications that the caller may see. */
export const allServicesHandlers = adminPath("/api/admin/services", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request }) => readQuery(request, pageRequestInput),
    run: (part, { actor }) => searchServices({ actor, ...part }),
    serialize: serializePage(serializeFoundService),
  }),
});

/** The services of one application. */
export const servicesHandlers = adminPath("/api/admin/applications/{applicationId}/services", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({
      applicationId: readId(params, "applicationId"),
      ...readQuery(request, pageRequestInput),
    }),
    run: (input, { actor }) => listApplicationServices({ actor, ...input }),
    serialize: serializePage(serializeServiceItem),
  }),
  POST: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      applicationId: readId(params, "applicationId"),
      ...(await readBody(request, addServiceInput)),
    }),
    run: (input, { actor }) => addService({ actor, ...input }),
    serialize: (created) => ({ ...serializeService(created), key: created.key }),
    status: 201,
  }),
});

/** One service. */
export const serviceHandlers = adminPath("/api/admin/services/{serviceId}", {
  GET: operation({
    authenticate: signedIn,
    read: ({ params }) => readId(params, "serviceId"),
    run: (serviceId, { actor }) => readService({ actor, serviceId }),
    serialize: serializeService,
  }),
  PATCH: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      ...(await readBody(request, changeServiceInput)),
    }),
    run: (input, { actor }) => changeService({ actor, ...input }),
    serialize: serializeService,
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      ...(await readBody(request, removeServiceInput)),
    }),
    run: (input, { actor }) => removeService({ actor, ...input }),
    serialize: () => undefined,
    status: 204,
  }),
});

/** A second service of the same type, settings and collection. */
export const cloneHandlers = adminPath("/api/admin/services/{serviceId}/clone", {
  POST: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      ...(await readBody(request, cloneServiceInput)),
    }),
    run: (input, { actor }) => cloneService({ actor, ...input }),
    serialize: serializeService,
    status: 201,
  }),
});
