import { listJobs } from "@/lib/domain/jobs/service";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { pageOf } from "@/lib/wire/compreface/page";
import { collectParameters } from "@/lib/wire/compreface/parameters";
import { serializeJobs } from "@/lib/wire/compreface/serialize-jobs";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/jobs";

/** The service's jobs, the newest first. */
export const jobsHandlers = comprefacePath(pattern, {
  GET: compreface({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: ({ request }) => pageOf(collectParameters(request.url)),
    run: (page, { actor }) => listJobs(actor, page),
    serialize: serializeJobs,
  }),
});
