import { listJobItems } from "@/lib/domain/jobs/service";
import { answering } from "@/lib/wire/compreface/answering";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { unknownJob } from "@/lib/wire/compreface/catalogue";
import { pageOf } from "@/lib/wire/compreface/page";
import { collectParameters } from "@/lib/wire/compreface/parameters";
import { jobIdOf } from "@/lib/wire/compreface/path-values";
import { jobItemParameters, parseParameters } from "@/lib/wire/compreface/schema";
import { serializeJobItems } from "@/lib/wire/compreface/serialize-jobs";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/jobs/{job_id}/items";

/** What became of each file of a job, in the order of the archive. */
export const jobItemsHandlers = comprefacePath(pattern, {
  GET: compreface({
    pattern,
    authenticate: serviceKey("RECOGNITION"),
    read: ({ request }) => {
      const parameters = collectParameters(request.url);
      const { failed } = parseParameters(jobItemParameters, parameters);
      return { id: jobIdOf(request, pattern), part: { ...pageOf(parameters), onlyFailed: failed } };
    },
    run: ({ id, part }, { actor }) =>
      answering({ not_found: () => unknownJob(id) }, () => listJobItems(actor, id, part)),
    serialize: serializeJobItems,
  }),
});
