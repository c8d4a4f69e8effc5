import { imageIdNoUuid, jobIdNoUuid, unknownPath } from "./catalogue";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the shape of all ids and keys. */
export const isUuid = (text: string) => uuid.test(text);

/**
 * The value in the place of `{name}` of a pattern, decoded. Read from the address and not from the router's parameters,
 * so that it is the same behind a base address.
 *
 * @throws ComprefaceError for a value that nothing can have
 */
export function pathValue(request: Request, pattern: string, name: string): string {
  const at = pattern.split("/").indexOf(`{${name}}`);
  const segment = new URL(request.url).pathname.split("/")[at] ?? "";
  const value = decodeURIComponent(segment);
  if (value.includes("\0")) throw unknownPath();
  return value;
}

/** The id of a stored face. @throws ComprefaceError 400/26 when it is no UUID */
export function imageIdOf(request: Request, pattern: string): string {
  const id = pathValue(request, pattern, "image_id");
  if (!isUuid(id)) throw imageIdNoUuid();
  return id.toLowerCase();
}

/** The id of a job. @throws ComprefaceError 400/26 when it is no UUID */
export function jobIdOf(request: Request, pattern: string): string {
  const id = pathValue(request, pattern, "job_id");
  if (!isUuid(id)) throw jobIdNoUuid();
  return id.toLowerCase();
}
