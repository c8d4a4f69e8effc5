import { deleteSubject, renameSubject } from "@/lib/domain/subjects/service";
import { answering } from "@/lib/wire/compreface/answering";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { unknownSubject } from "@/lib/wire/compreface/catalogue";
import { pathValue } from "@/lib/wire/compreface/path-values";
import { readSubjectName } from "@/lib/wire/compreface/subject-name";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/subjects/{subject}";
const authenticate = serviceKey("RECOGNITION");
const subjectOf = (request: Request) => pathValue(request, pattern, "subject");

/** One subject by its name. */
export const subjectHandlers = comprefacePath(pattern, {
  PUT: compreface({
    pattern,
    authenticate,
    read: async ({ request }) => ({ from: subjectOf(request), to: await readSubjectName(request) }),
    run: ({ from, to }, { actor }) =>
      answering({ not_found: () => unknownSubject(from) }, () => renameSubject(actor, from, to)),
    serialize: ({ isUpdated }) => ({ updated: isUpdated }),
  }),
  DELETE: compreface({
    pattern,
    authenticate,
    read: ({ request }) => subjectOf(request),
    run: (name, { actor }) => answering({ not_found: () => unknownSubject(name) }, () => deleteSubject(actor, name)),
    serialize: ({ name }) => ({ subject: name }),
  }),
});
