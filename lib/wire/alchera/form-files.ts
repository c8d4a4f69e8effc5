import { readMultipart } from "@/lib/http/body/read-multipart";
import { uploadLimits } from "@/lib/http/upload-limits";
import { AlcheraError } from "./errors";

/**
 * Files of a form by the names of their parts.
 *
 * @param fileBytesMax largest file; as large as the installation allows when absent
 * @throws AlcheraError INF-03 when one is missing or empty; AppError as `readMultipart`
 */
export async function readFormFiles<Name extends string>(
  request: Request,
  names: readonly Name[],
  fileBytesMax?: number,
): Promise<Record<Name, Uint8Array>> {
  const limits = uploadLimits();
  const { files } = await readMultipart(request, { ...limits, fileBytesMax: fileBytesMax ?? limits.fileBytesMax });
  const entries = names.map((name) => {
    const { bytes } = files.get(name) ?? {};
    if (bytes === undefined || bytes.length === 0) throw new AlcheraError("invalid_request", "INF-03");
    return [name, bytes];
  });
  return Object.fromEntries(entries) as Record<Name, Uint8Array>;
}
