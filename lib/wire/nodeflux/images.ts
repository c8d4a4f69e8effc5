import { AppError } from "@/lib/errors/app-error";
import { decodeBase64 } from "@/lib/http/body/base64";
import { readJson } from "@/lib/http/body/read-json";
import { mediaTypeOf } from "@/lib/http/media-type";
import { uploadLimits } from "@/lib/http/upload-limits";
import { parsePredictInput, type Thresholds } from "./schema";

interface PredictRequest {
  readonly images: readonly Uint8Array[];
  readonly thresholds: Thresholds;
}

// Some programs send JSON without saying so.
const jsonTypes: readonly string[] = ["application/json", ""];

/**
 * Reads images and thresholds of a request.
 *
 * @throws AppError `unsupported_content_type`, `invalid_request`, `file_too_large`, `request_too_large`
 */
export async function readPredictRequest(request: Request): Promise<PredictRequest> {
  if (!jsonTypes.includes(mediaTypeOf(request))) {
    throw new AppError("unsupported_content_type", "Content type should be application/json");
  }
  const { fileBytesMax, requestBytesMax } = uploadLimits();
  const body = parsePredictInput(await readJson(request, { bytesMax: requestBytesMax }));
  const images = body.images.map((text, at) => ofImage(at, () => decodeBase64(plainBase64(text), fileBytesMax)));
  return { images, thresholds: body.additional_params };
}

/** Without the prefix of a data URL and the line breaks of a MIME encoder. */
function plainBase64(text: string): string {
  const plain = text.replace(/^data:[^,]{0,100};base64,/i, "");
  if (plain.trim() === "") throw new AppError("invalid_request", "The image is empty");
  return /\s/.test(plain) ? plain.replaceAll(/\s+/g, "") : plain;
}

/** Runs something of one image; what goes wrong names the image. */
function ofImage<T>(at: number, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw namingImage(at, error);
  }
}

const ownFault: readonly string[] = [
  "invalid_request",
  "file_too_large",
  "image_unsupported",
  "image_unreadable",
  "image_too_many_pixels",
];

/** The failure with the image's place in the list, where the image is at fault. */
export function namingImage(at: number, error: unknown): unknown {
  if (!(error instanceof AppError) || !ownFault.includes(error.code)) return error;
  return new AppError(error.code, `images.${at}: ${error.message}`, { cause: error.cause });
}
