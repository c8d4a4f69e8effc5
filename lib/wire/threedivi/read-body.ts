import { AppError } from "@/lib/errors/app-error";
import { readJson } from "@/lib/http/body/read-json";
import { mediaTypeOf } from "@/lib/http/media-type";
import { uploadLimits } from "@/lib/http/upload-limits";
import { schemaError } from "./errors";

/** @throws AppError `unsupported_content_type` */
export function requireContentType(request: Request, type: string): void {
  if (mediaTypeOf(request) === type) return;
  throw new AppError("unsupported_content_type", `Content type should be ${type}`);
}

/** @throws ThreediviError 422 for what is not JSON; AppError for another content type and for too large a body */
export async function readSampleBody(request: Request, bytesMax = uploadLimits().requestBytesMax): Promise<unknown> {
  requireContentType(request, "application/json");
  try {
    return await readJson(request, { bytesMax: Math.min(bytesMax, uploadLimits().requestBytesMax) });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid_request") throw error;
    throw schemaError({ loc: ["body"], msg: error.message, type: "value_error.jsondecode" });
  }
}
