import { ComprefaceError } from "./errors";

/** Service types in the words of the vendor's error texts. */
const serviceWords = { RECOGNITION: "Recognition", DETECTION: "Detection", VERIFICATION: "Verification" } as const;
export type ComprefaceService = keyof typeof serviceWords;

export const missingApiKey = () => new ComprefaceError("unauthenticated", 400, 20, "Missing header: x-api-key");

export const malformedApiKey = () => new ComprefaceError("unauthenticated", 400, 26, "Service API key should be UUID");

/** Unknown key and key of a service of another type get the same answer, so that neither can be probed for. */
export const unknownApiKey = (service: ComprefaceService, key: string) =>
  new ComprefaceError("not_found", 404, 10, `${serviceWords[service]} service with API Key ${key} not found`);

export const missingPart = (name: string) =>
  new ComprefaceError("invalid_request", 400, 34, `Required part ${name} is missing`);

export const unavailableExtension = (fileName: string) =>
  new ComprefaceError("image_unsupported", 400, 21, `File [${fileName}] has an unavailable extension`);

/** The vendor names the member after its own code, not after the JSON. */
export const emptyMember = (vendorField: string) =>
  new ComprefaceError("invalid_request", 400, 5, `Field ${vendorField} cannot be empty`);

export const notBase64 = () => new ComprefaceError("invalid_request", 400, 21, "Provided value is not Base64");

/** Broken parameter rules in one answer, each followed by a semicolon and a blank as the vendor's clients know it. */
export const brokenRules = (rules: readonly string[]) =>
  new ComprefaceError("invalid_request", 400, 26, rules.map((rule) => `${rule}; `).join(""));

/** A broken rule of a body: one text without the semicolon. */
export const brokenRule = (rule: string) => new ComprefaceError("invalid_request", 400, 26, rule);

export const missingParameter = (name: string) =>
  new ComprefaceError("invalid_request", 400, 33, `Required parameter ${name} is missing`);

export const forbiddenCharacters = () =>
  new ComprefaceError(
    "invalid_request",
    400,
    36,
    "The name cannot contain the following special characters: ';', '/', '\\'",
  );

export const subjectExists = () => new ComprefaceError("conflict", 400, 43, "Subject already exists");

export const unknownSubject = (name: string) => new ComprefaceError("not_found", 404, 42, `Subject ${name} not found`);

export const unknownImage = (imageId: string) =>
  new ComprefaceError("not_found", 404, 44, `Image ${imageId} not found`);

export const imageIdNoUuid = () => brokenRule("image_id should be UUID");

/** A face to compare with that is not there. */
export const incorrectImageId = () => new ComprefaceError("not_found", 404, 44, "Image Id is incorrect");

export const jobIdNoUuid = () => brokenRule("job_id should be UUID");

export const unknownJob = (jobId: string) => new ComprefaceError("not_found", 404, 0, `Job ${jobId} not found`);

export const reusedIdempotencyKey = () =>
  new ComprefaceError("conflict", 422, 26, "The Idempotency-Key belongs to another request");

export const unknownPath = () => new ComprefaceError("not_found", 404, 0, "No endpoint at this path");

export const migrationRuns = () => new ComprefaceError("conflict", 400, 27, "Migration already executing");

export const writingDuringMigration = () =>
  new ComprefaceError("conflict", 405, 32, "Write operations during migration aren't allowed");
