export interface Failure {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** Answers of the error catalogue by the situations in which operations give them. */
export const failures = {
  key: [
    { status: 400, code: 20, message: "Missing header: x-api-key" },
    { status: 400, code: 26, message: "Service API key should be UUID" },
    { status: 403, code: 26, message: 'This API key lacks the scope "read".' },
    { status: 404, code: 10, message: "Recognition service with API Key <key> not found" },
  ],
  picture: [
    { status: 400, code: 28, message: "No face is found in the given image" },
    { status: 400, code: 21, message: "File [<name>] has an unavailable extension" },
    { status: 400, code: 21, message: "Provided value is not Base64" },
    { status: 400, code: 34, message: "Required part file is missing" },
    { status: 400, code: 5, message: "Field content cannot be empty" },
    { status: 413, code: 26, message: "File size exceeds the limit of <n> bytes" },
    { status: 503, code: 41, message: "The server is busy, please try again later" },
  ],
  body: [
    { status: 400, code: 26, message: "The request body is not valid JSON." },
    { status: 413, code: 26, message: "Request size exceeds the limit of <n> bytes" },
    { status: 415, code: 26, message: "Content type should be application/json" },
  ],
  parameters: [{ status: 400, code: 26, message: "Limit should be equal or greater than 0; " }],
  oneFace: [{ status: 400, code: 31, message: "More than one face in the source image" }],
  quality: [
    {
      status: 400,
      code: 26,
      message: "The quality of the picture is too low. The face is blurred. Hold the camera still.",
    },
  ],
  embeddings: [{ status: 400, code: 5, message: "Field embeddings cannot be empty" }],
  subjectParameter: [
    { status: 400, code: 33, message: "Required parameter subject is missing" },
    { status: 400, code: 26, message: "Subject name is empty; " },
  ],
  subjectName: [
    { status: 400, code: 26, message: "Subject name size must be between 1 and 50" },
    {
      status: 400,
      code: 36,
      message: "The name cannot contain the following special characters: ';', '/', '\\'",
    },
  ],
  subjectExists: [{ status: 400, code: 43, message: "Subject already exists" }],
  unknownSubject: [{ status: 404, code: 42, message: "Subject <name> not found" }],
  unknownImage: [{ status: 404, code: 44, message: "Image <id> not found" }],
  incorrectImage: [{ status: 404, code: 44, message: "Image Id is incorrect" }],
  write: [{ status: 405, code: 32, message: "Write operations during migration aren't allowed" }],
  migration: [
    { status: 400, code: 27, message: "Migration already executing" },
    { status: 401, code: 26, message: "Please sign in." },
    { status: 403, code: 26, message: "You may not do this." },
  ],
  reusedKey: [{ status: 422, code: 26, message: "The Idempotency-Key belongs to another request" }],
  archive: [
    { status: 400, code: 26, message: "The file is no zip archive, or a damaged one." },
    { status: 400, code: 34, message: "Required part file is missing" },
    { status: 413, code: 26, message: "Request size exceeds the limit of <n> bytes" },
    { status: 415, code: 26, message: "The request must be multipart/form-data." },
    { status: 503, code: 41, message: "Too many imports are being sent." },
  ],
  unknownJob: [
    { status: 400, code: 26, message: "job_id should be UUID" },
    { status: 404, code: 0, message: "Job <id> not found" },
  ],
  always: [{ status: 500, code: 0, message: "Something went wrong, please try again" }],
} as const satisfies Record<string, readonly Failure[]>;

export type Situation = keyof typeof failures;
