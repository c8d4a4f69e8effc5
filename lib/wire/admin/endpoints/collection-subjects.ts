import { openCollection } from "@/lib/domain/collections/service";
import { addSubjectInput, renameSubjectInput, subjectPageInput } from "@/lib/domain/subjects/schema";
import {
  createSubject,
  deleteSubjectById,
  readSubject,
  renameSubjectById,
  searchSubjects,
} from "@/lib/domain/subjects/service";
import { signedIn } from "@/lib/wire/admin/auth";
import { readBody, readId, readOnlyId, readQuery } from "@/lib/wire/admin/read";
import { serializeSubject, serializeSubjectItem, serializeSubjectPage } from "@/lib/wire/admin/serialize-collection";
import { adminPath, operation } from "@/lib/wire/admin/wire";

const action = { read: "collection.read", change: "collection.change" } as const;

/** The people of a collection. */
export const subjectsHandlers = adminPath("/api/admin/services/{serviceId}/subjects", {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      wanted: readQuery(request, subjectPageInput),
    }),
    run: async ({ serviceId, wanted }, { actor }) =>
      searchSubjects(await openCollection({ actor, action: action.read, serviceId }), wanted),
    serialize: serializeSubjectPage,
  }),
  POST: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      ...(await readBody(request, addSubjectInput)),
    }),
    run: async ({ serviceId, name }, { actor }) =>
      createSubject(await openCollection({ actor, action: action.change, serviceId }), name),
    serialize: serializeSubject,
    status: 201,
  }),
});

/** One of them. */
export const subjectHandlers = adminPath("/api/admin/services/{serviceId}/subjects/{subjectId}", {
  GET: operation({
    authenticate: signedIn,
    read: ({ params }) => ({ serviceId: readId(params, "serviceId"), id: readId(params, "subjectId") }),
    run: async ({ serviceId, id }, { actor }) =>
      readSubject(await openCollection({ actor, action: action.read, serviceId }), id),
    serialize: serializeSubjectItem,
  }),
  PATCH: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      id: readId(params, "subjectId"),
      wanted: await readBody(request, renameSubjectInput),
    }),
    run: async ({ serviceId, id, wanted }, { actor }) =>
      renameSubjectById(await openCollection({ actor, action: action.change, serviceId }), id, wanted),
    serialize: serializeSubject,
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      id: await readOnlyId(request, params, "subjectId"),
    }),
    run: async ({ serviceId, id }, { actor }) =>
      deleteSubjectById(await openCollection({ actor, action: action.change, serviceId }), id),
    serialize: () => undefined,
    status: 204,
  }),
});
