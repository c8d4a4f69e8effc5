import { unknownPath } from "@/lib/wire/compreface/catalogue";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/*";

const handle = compreface({
  pattern,
  authenticate: () => ({}),
  read: () => undefined,
  run: () => {
    throw unknownPath();
  },
  serialize: () => undefined,
  duringBoot: true,
});

/** Any path under `/api/v1` that nothing else answers: JSON, since clients parse every body they get. */
export const unknownPathHandlers = comprefacePath(pattern, {
  GET: handle,
  POST: handle,
  PUT: handle,
  PATCH: handle,
  DELETE: handle,
});
