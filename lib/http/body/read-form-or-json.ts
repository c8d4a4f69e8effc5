import { AppError } from "@/lib/errors/app-error";
import { mediaTypeOf } from "@/lib/http/media-type";
import { uploadLimits } from "@/lib/http/upload-limits";
import type { MultipartForm } from "./form-collector";
import { readJson } from "./read-json";
import { readMultipart } from "./read-multipart";

interface BodyReaders<T> {
  readonly form: (form: MultipartForm) => T;
  readonly json: (body: unknown) => T;
}

/**
 * Reads a body with pictures, as files of a form or as base64 in JSON, within the installation's limits.
 *
 * @throws AppError `unsupported_content_type`; otherwise as `readMultipart` and `readJson`, and what the readers throw
 */
export async function readFormOrJson<T>(request: Request, { form, json }: BodyReaders<T>): Promise<T> {
  const limits = uploadLimits();
  const type = mediaTypeOf(request);
  if (type === "multipart/form-data") return form(await readMultipart(request, limits));
  if (type === "application/json") return json(await readJson(request, { bytesMax: limits.requestBytesMax }));
  throw new AppError("unsupported_content_type", "Content type should be multipart/form-data or application/json");
}
