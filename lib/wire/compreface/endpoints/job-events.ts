import { isOver, watchJob } from "@/lib/domain/jobs/service";
import type { Job } from "@/lib/domain/jobs/types";
import { eventStream } from "@/lib/http/event-stream";
import { answering } from "@/lib/wire/compreface/answering";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { unknownJob } from "@/lib/wire/compreface/catalogue";
import { jobIdOf } from "@/lib/wire/compreface/path-values";
import { serializeJob } from "@/lib/wire/compreface/serialize-jobs";
import { comprefacePath, comprefaceStream } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/jobs/{job_id}/events";

async function* eventsOf(jobs: AsyncIterable<Job | null>) {
  for await (const job of jobs) {
    yield job && { name: isOver(job) ? "end" : "progress", data: serializeJob(job) };
  }
}

/** A job's progress as it happens, until it ends. */
export const jobEventsHandlers = comprefacePath(pattern, {
  GET: comprefaceStream({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: ({ request }) => jobIdOf(request, pattern),
    run: (id, { actor, signal }) => answering({ not_found: () => unknownJob(id) }, () => watchJob(actor, id, signal)),
    serialize: (jobs) => eventStream(eventsOf(jobs)),
  }),
});
