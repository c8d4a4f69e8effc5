import type { z } from "zod";
import { answers } from "./answers";
import { type Body, bodies } from "./bodies";
import type { Situation } from "./failures";
import { parameters } from "./parameters";

export interface Operation {
  readonly tag: "Recognition" | "Collection" | "Detection" | "Verification" | "Server";
  readonly summary: string;
  readonly description?: string;
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly status?: number;
  /** Bytes of a picture when absent. */
  readonly answer?: z.ZodType;
  /** Media type of an answer that is neither JSON nor a picture. */
  readonly media?: string;
  readonly failures: readonly Situation[];
  readonly takesIdempotencyKey?: true;
}

const pictureFailures = ["key", "picture", "body", "parameters"] as const;

/** Every operation of the wire, `<METHOD> <path>`; a test compares them with the handlers. */
export const operations: Readonly<Record<string, Operation>> = {
  "POST /api/v1/recognition/recognize": {
    tag: "Recognition",
    summary: "Recognise the faces of a picture",
    description:
      "Answers, for each face, the subjects of the collection that look most like it, each by its best example.",
    query: parameters.recognize,
    body: bodies.picture,
    answer: answers.recognition,
    failures: pictureFailures,
  },
  "POST /api/v1/recognition/embeddings/recognize": {
    tag: "Recognition",
    summary: "Recognise faces by their embeddings",
    query: parameters.embeddings,
    body: bodies.embeddings,
    answer: answers.recognizedEmbeddings,
    failures: ["key", "embeddings", "body", "parameters"],
  },
  "POST /api/v1/recognition/faces/{image_id}/verify": {
    tag: "Recognition",
    summary: "Compare the faces of a picture with a stored face",
    query: parameters.face,
    body: bodies.picture,
    answer: answers.storedVerification,
    failures: [...pictureFailures, "incorrectImage"],
  },
  "POST /api/v1/recognition/embeddings/faces/{image_id}/verify": {
    tag: "Recognition",
    summary: "Compare embeddings with a stored face",
    description: "The most similar first.",
    body: bodies.embeddings,
    answer: answers.embeddingMatches,
    failures: ["key", "embeddings", "body", "incorrectImage"],
  },
  "POST /api/v1/recognition/subjects": {
    tag: "Collection",
    summary: "Add a subject",
    body: bodies.subject,
    status: 201,
    answer: answers.subject,
    failures: ["key", "subjectName", "subjectExists", "body"],
  },
  "GET /api/v1/recognition/subjects": {
    tag: "Collection",
    summary: "List the subjects",
    answer: answers.subjects,
    failures: ["key"],
  },
  "DELETE /api/v1/recognition/subjects": {
    tag: "Collection",
    summary: "Delete all subjects with their faces",
    answer: answers.deleted,
    failures: ["key"],
  },
  "PUT /api/v1/recognition/subjects/{subject}": {
    tag: "Collection",
    summary: "Rename a subject",
    description: "When another subject has the new name, the faces go to that one and the old subject is removed.",
    body: bodies.subject,
    answer: answers.updated,
    failures: ["key", "subjectName", "unknownSubject", "body"],
  },
  "DELETE /api/v1/recognition/subjects/{subject}": {
    tag: "Collection",
    summary: "Delete a subject with its faces",
    answer: answers.subject,
    failures: ["key", "unknownSubject"],
  },
  "POST /api/v1/recognition/faces": {
    tag: "Collection",
    summary: "Add a face to a subject",
    description: "The picture must hold one face. The subject is made where there is none.",
    query: parameters.enrol,
    body: bodies.picture,
    status: 201,
    answer: answers.enrolledFace,
    failures: ["write", ...pictureFailures, "oneFace", "quality", "subjectParameter", "reusedKey"],
    takesIdempotencyKey: true,
  },
  "GET /api/v1/recognition/faces": {
    tag: "Collection",
    summary: "List stored faces",
    query: parameters.list,
    answer: answers.facePage,
    failures: ["key"],
  },
  "DELETE /api/v1/recognition/faces": {
    tag: "Collection",
    summary: "Delete the faces of a subject, or all",
    description: "An empty or misspelt name is refused.",
    query: parameters.deletion,
    answer: answers.deleted,
    failures: ["write", "key"],
  },
  "POST /api/v1/recognition/faces/delete": {
    tag: "Collection",
    summary: "Delete stored faces by their ids",
    description: "Answers those that were there.",
    body: bodies.ids,
    answer: answers.storedFaces,
    failures: ["write", "key", "body"],
  },
  "POST /api/v1/recognition/faces/import": {
    tag: "Collection",
    summary: "Add the faces of an archive",
    description:
      "The archive is taken at once and its faces are added by a job, one file after the other. In a zip file of " +
      "pictures the folder around a picture names its subject, or a table does. An exported collection brings its " +
      "embeddings along; those of other networks are computed anew where there are pictures.",
    body: bodies.archive,
    status: 202,
    answer: answers.job,
    failures: ["key", "archive"],
  },
  "GET /api/v1/recognition/faces/export": {
    tag: "Collection",
    summary: "Download the collection",
    description: "A zip file of subjects, faces with their embeddings, and kept pictures, for an import elsewhere.",
    query: parameters.export,
    media: "application/zip",
    failures: ["key"],
  },
  "GET /api/v1/recognition/jobs": {
    tag: "Collection",
    summary: "List jobs",
    description: "Those of the last month, the newest first.",
    query: parameters.jobs,
    answer: answers.jobs,
    failures: ["key"],
  },
  "GET /api/v1/recognition/jobs/{job_id}": {
    tag: "Collection",
    summary: "Ask how far a job is",
    answer: answers.job,
    failures: ["key", "unknownJob"],
  },
  "DELETE /api/v1/recognition/jobs/{job_id}": {
    tag: "Collection",
    summary: "Cancel a job",
    description: "It ends after the picture in work. What was added stays. A job that has ended is left as it is.",
    answer: answers.job,
    failures: ["key", "unknownJob"],
  },
  "GET /api/v1/recognition/jobs/{job_id}/items": {
    tag: "Collection",
    summary: "List what became of each file of a job",
    query: parameters.jobItems,
    answer: answers.jobItems,
    failures: ["key", "unknownJob"],
  },
  "GET /api/v1/recognition/jobs/{job_id}/events": {
    tag: "Collection",
    summary: "Follow a job",
    description:
      "Server-sent events with the job as JSON: progress after every change, then end. Ten at a time with one key.",
    media: "text/event-stream",
    failures: ["key", "unknownJob"],
  },
  "DELETE /api/v1/recognition/faces/{image_id}": {
    tag: "Collection",
    summary: "Delete a stored face",
    answer: answers.storedFace,
    failures: ["write", "key", "unknownImage"],
  },
  "GET /api/v1/recognition/faces/{image_id}/img": {
    tag: "Collection",
    summary: "Download the picture of a stored face",
    description: "404 without a body where no picture is kept.",
    failures: ["key"],
  },
  "GET /api/v1/static/{key}/images/{image_id}": {
    tag: "Collection",
    summary: "Download the picture of a stored face by an address",
    description: "The address works as long as the key in it. 404 without a body where there is nothing.",
    failures: [],
  },
  "POST /api/v1/detection/detect": {
    tag: "Detection",
    summary: "Find the faces of a picture",
    query: parameters.face,
    body: bodies.picture,
    answer: answers.detection,
    failures: pictureFailures,
  },
  "POST /api/v1/verification/verify": {
    tag: "Verification",
    summary: "Compare the face of one picture with those of another",
    query: parameters.face,
    body: bodies.pair,
    answer: answers.verification,
    failures: [...pictureFailures, "oneFace"],
  },
  "POST /api/v1/verification/embeddings/verify": {
    tag: "Verification",
    summary: "Compare one embedding with others",
    description: "The most similar first.",
    body: bodies.embeddingPair,
    answer: answers.embeddingMatches,
    failures: ["key", "embeddings", "body"],
  },
  "GET /api/v1/config": {
    tag: "Server",
    summary: "Limits of uploads in bytes",
    answer: answers.config,
    failures: [],
  },
  "GET /api/v1/consistence/status": {
    tag: "Server",
    summary: "Whether stored faces fit the running networks",
    answer: answers.consistence,
    failures: [],
  },
  "POST /api/v1/migrate": {
    tag: "Server",
    summary: "Have the running networks embed stored pictures anew",
    description:
      "For the owner of the installation, with the session of the admin application. Until all are embedded, the old " +
      "embeddings answer and stored faces cannot be changed.",
    media: "text/plain",
    answer: answers.migration,
    failures: ["migration"],
  },
};
