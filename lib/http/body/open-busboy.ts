import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { AppError } from "@/lib/errors/app-error";
import { multipartBounds } from "./multipart-limits";

const formData = /^multipart\/form-data\b/i;
/** The parser throws for a boundary of more than 252 characters; RFC 2046 §5.1.1 allows 70. */
const boundary = /;\s*boundary=(?:"[^"]{1,200}"|[^\s";]{1,200}(?:[\s;]|$))/i;

/**
 * A parser for the form that `contentType` announces.
 *
 * @throws AppError `unsupported_content_type` when it is no form, `invalid_request` when the boundary is missing
 */
export function openBusboy(contentType: string, fieldSize: number = multipartBounds.fieldSize): BusboyInstance {
  if (!formData.test(contentType)) {
    throw new AppError("unsupported_content_type", "The request must be multipart/form-data.");
  }
  if (!boundary.test(contentType)) {
    throw new AppError("invalid_request", "The multipart request has no boundary in its content type.");
  }
  return new Busboy({
    headers: { "content-type": contentType },
    limits: { ...multipartBounds, fieldSize },
    isPartAFile,
  });
}

/** Hands a chunk to a parser and waits until it is taken; not for longer than until the form fails. */
export async function feedBusboy(busboy: BusboyInstance, chunk: Uint8Array, form: Promise<unknown>): Promise<void> {
  const taken = new Promise<void>((resolve) => busboy.write(chunk, () => resolve()));
  // A failure must end the reading at once, also when the parser never asks for more.
  await Promise.race([form, taken]);
}

/** Some clients send a picture without a file name; its content type still tells it from a text parameter. */
function isPartAFile(_name: string | undefined, mimeType: string | undefined, filename: string | undefined): boolean {
  if (filename !== undefined) return true;
  return mimeType !== undefined && !mimeType.startsWith("text/") && mimeType !== "application/json";
}
