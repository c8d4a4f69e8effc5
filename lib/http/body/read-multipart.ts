import { consumeBody } from "./consume-body";
import { collectForm, type MultipartForm } from "./form-collector";
import type { MultipartLimits } from "./multipart-limits";
import { feedBusboy, openBusboy } from "./open-busboy";
import type { ReadLimits } from "./read-limits";

/**
 * Reads a multipart/form-data body part by part; only the parts are kept in memory.
 *
 * @throws AppError `unsupported_content_type`, `invalid_request` (no boundary, malformed, cut short, too many parts),
 *   `file_too_large`, `request_too_large`, `timeout`, `busy`; Base64Error for a part with a broken transfer encoding
 */
export async function readMultipart(request: Request, limits: MultipartLimits): Promise<MultipartForm> {
  const busboy = openBusboy(request.headers.get("content-type") ?? "", limits.fieldBytesMax);
  const form = collectForm(busboy, limits.fileBytesMax);
  form.catch(() => undefined);
  await consumeBody(request, toReadLimits(limits), (chunk) => feedBusboy(busboy, chunk, form));
  busboy.end();
  return form;
}

function toReadLimits({ requestBytesMax: bytesMax, timeoutMs }: MultipartLimits): ReadLimits {
  return timeoutMs === undefined ? { bytesMax } : { bytesMax, timeoutMs };
}
