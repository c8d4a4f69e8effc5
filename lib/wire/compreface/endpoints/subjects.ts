import { createSubject, deleteAllSubjects, listSubjects } from "@/lib/domain/subjects/service";
import { answering } from "@/lib/wire/compreface/answering";
import { serviceKey } from "@/lib/wire/compreface/auth";
import { subjectExists } from "@/lib/wire/compreface/catalogue";
import { readSubjectName } from "@/lib/wire/compreface/subject-name";
import { compreface, comprefacePath } from "@/lib/wire/compreface/wire";

const pattern = "/api/v1/recognition/subjects";
const authenticate = serviceKey("RECOGNITION");

/** The subjects of a collection. */
export const subjectsHandlers = comprefacePath(pattern, {
  GET: compreface({
    pattern,
    authenticate,
    read: () => undefined,
    run: (_, { actor }) => listSubjects(actor),
    serialize: (subjects) => ({ subjects }),
  }),
  POST: compreface({
    pattern,
    authenticate,
    read: ({ request }) => readSubjectName(request),
    run: (name, { actor }) => answering({ conflict: subjectExists }, () => createSubject(actor, name)),
    serialize: ({ name }) => ({ subject: name }),
    status: 201,
  }),
  DELETE: compreface({
    pattern,
    authenticate,
    read: () => undefined,
    run: (_, { actor }) => deleteAllSubjects(actor),
    serialize: ({ count }) => ({ deleted: count }),
  }),
});
