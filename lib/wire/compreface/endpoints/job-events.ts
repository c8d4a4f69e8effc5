import { watchJob } from "@/lib/domain/jobs/service";
import { isOver, type Job } from "@/lib/domain/jobs/types";
import { eventStream } from "@/lib/http/event-stream";
import type { Actor, Exchange } from "@/lib/http/wire";
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

/** Next answers HEAD by GET and takes nothing of the answer, so that nothing would end it. */
const takerOf = ({ request, signal }: Exchange<Actor>) => (request.method === "HEAD" ? AbortSignal.abort() : signal);

/** A job's progress as it happens, until it ends. */
export const jobEventsHandlers = comprefacePath(pattern, {
  GET: comprefaceStream({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: ({ request }) => jobIdOf(request, pattern),
    run: (id, exchange) =>
      answering({ not_found: () => unknownJob(id) }, () => watchJob(exchange.actor, id, takerOf(exchange))),
    serialize: (jobs) => eventStream(eventsOf(jobs)),
  }),
});
