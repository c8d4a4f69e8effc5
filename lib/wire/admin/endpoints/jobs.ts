import { openCollection } from "@/lib/domain/collections/service";
import { exportInput } from "@/lib/domain/exports/schema";
import { exportCollection } from "@/lib/domain/exports/service";
import { jobItemsInput, jobsInput } from "@/lib/domain/jobs/schema";
import { cancelJob, importFaces, listJobItems, listJobs, readJob } from "@/lib/domain/jobs/service";
import { AppError } from "@/lib/errors/app-error";
import { saveArchive } from "@/lib/http/body/save-archive";
import { streamedFile } from "@/lib/http/streamed-file";
import { signedIn } from "@/lib/wire/admin/auth";
import { readId, readNothing, readQuery } from "@/lib/wire/admin/read";
import { serializePage } from "@/lib/wire/admin/serialize";
import { serializeJob, serializeJobItem } from "@/lib/wire/admin/serialize-jobs";
import { adminPath, operation } from "@/lib/wire/admin/wire";

const service = "/api/admin/services/{serviceId}";

function missingArchive(): AppError {
  const fields = [{ name: "file", detail: "must be a zip file" }];
  return new AppError("invalid_request", "The form has no archive.", { fields });
}

/** Hands in an archive, the part `file` of a form, maybe with a table, the part `csv`; a job adds its faces. */
export const importHandlers = adminPath(`${service}/import`, {
  POST: operation(
    {
      authenticate: signedIn,
      read: ({ request, params }) => ({ serviceId: readId(params, "serviceId"), request }),
      run: async ({ serviceId, request }, { actor }) =>
        importFaces({
          scope: await openCollection({ actor, action: "collection.change", serviceId }),
          receive: async (files, limits) => {
            if (!(await saveArchive(request, files, limits))) throw missingArchive();
          },
        }),
      serialize: serializeJob,
      status: 202,
    },
    { takesForms: true },
  ),
});

/** The collection as a zip file. All faces at once are more than looking at them one by one. */
export const exportHandlers = adminPath(`${service}/export`, {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({ serviceId: readId(params, "serviceId"), ...readQuery(request, exportInput) }),
    run: async ({ serviceId, images }, { actor }) =>
      exportCollection({
        scope: await openCollection({ actor, action: "collection.change", serviceId }),
        withImages: images,
      }),
    serialize: (pieces) => streamedFile({ fileName: "collection.zip", mediaType: "application/zip" }, pieces),
  }),
});

/** Jobs on one collection, the newest first. */
export const jobsHandlers = adminPath(`${service}/jobs`, {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({ serviceId: readId(params, "serviceId"), part: readQuery(request, jobsInput) }),
    run: async ({ serviceId, part }, { actor }) =>
      listJobs(await openCollection({ actor, action: "collection.read", serviceId }), part),
    serialize: serializePage(serializeJob),
  }),
});

/** One job: how far it is, and ending it before its time. */
export const jobHandlers = adminPath(`${service}/jobs/{jobId}`, {
  GET: operation({
    authenticate: signedIn,
    read: ({ params }) => ({ serviceId: readId(params, "serviceId"), jobId: readId(params, "jobId") }),
    run: async ({ serviceId, jobId }, { actor }) =>
      readJob(await openCollection({ actor, action: "collection.read", serviceId }), jobId),
    serialize: serializeJob,
  }),
  DELETE: operation({
    authenticate: signedIn,
    read: async ({ request, params }) => {
      await readNothing(request);
      return { serviceId: readId(params, "serviceId"), jobId: readId(params, "jobId") };
    },
    run: async ({ serviceId, jobId }, { actor }) =>
      cancelJob(await openCollection({ actor, action: "collection.change", serviceId }), jobId),
    serialize: serializeJob,
  }),
});

/** What became of each file of a job. */
export const jobItemsHandlers = adminPath(`${service}/jobs/{jobId}/items`, {
  GET: operation({
    authenticate: signedIn,
    read: ({ request, params }) => ({
      serviceId: readId(params, "serviceId"),
      jobId: readId(params, "jobId"),
      part: readQuery(request, jobItemsInput),
    }),
    run: async ({ serviceId, jobId, part }, { actor }) =>
      listJobItems(await openCollection({ actor, action: "collection.read", serviceId }), jobId, part),
    serialize: serializePage(serializeJobItem),
  }),
});
