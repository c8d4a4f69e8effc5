import { cancelJob, readJob } from "@/lib/domain/jobs/service";
import { answering } from "@/lib/wire/compreface/answering";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { unknownJob } from "@/lib/wire/compreface/catalogue";
import { jobIdOf } from "@/lib/wire/compreface/path-values";
import { serializeJob } from "@/lib/wire/compreface/serialize-jobs";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/jobs/{job_id}";
const authenticate = serviceKey("RECOGNITION");

/** One job: how far it is, and ending it before its time. */
export const jobHandlers = comprefacePath(pattern, {
  GET: compreface({
    pattern,
    authenticate,
    read: ({ request }) => jobIdOf(request, pattern),
    run: (id, { actor }) => answering({ not_found: () => unknownJob(id) }, () => readJob(actor, id)),
    serialize: serializeJob,
  }),
  DELETE: compreface({
    pattern,
    authenticate,
    read: ({ request }) => jobIdOf(request, pattern),
    run: (id, { actor }) => answering({ not_found: () => unknownJob(id) }, () => cancelJob(actor, id)),
    serialize: serializeJob,
  }),
});
