import { readBytes } from "@/lib/http/body/read-bytes";
import { uploadLimits } from "@/lib/http/upload-limits";
import { AlcheraError } from "./errors";

/**
 * The picture that is the body, whatever the content type says: the document's own client sends it as a form.
 *
 * @throws AlcheraError INF-03 for an empty body; AppError as `readBytes`
 */
export async function readPictureBody(request: Request): Promise<Uint8Array> {
  const bytes = await readBytes(request, { bytesMax: uploadLimits().fileBytesMax });
  if (bytes.length === 0) throw new AlcheraError("invalid_request", "INF-03");
  return bytes;
}
