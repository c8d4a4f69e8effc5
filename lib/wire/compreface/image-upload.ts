import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { Base64Error, decodeBase64 } from "@/lib/http/body/base64";
import type { UploadedFile } from "@/lib/http/body/form-collector";
import { readJson } from "@/lib/http/body/read-json";
import { readMultipart } from "@/lib/http/body/read-multipart";
import { type UploadLimits, uploadLimits } from "@/lib/http/upload-limits";
import { emptyImageMember, missingPart, notBase64, unavailableExtension } from "./catalogue";
import { collectParameters } from "./parameters";

/** Endings that a file name may have; what the file really is, its content decides. */
const extensions: ReadonlySet<string> = new Set(["tif", "tiff", "jpg", "jpeg", "png", "bmp", "ico", "gif", "webp"]);

export interface ImageUpload {
  readonly image: Uint8Array;
  /** From the query string and, for a form, its text parts. */
  readonly parameters: Record<string, string>;
}

/**
 * Reads the picture of a request, sent as part `file` of a form or as base64 in the member `file` of JSON.
 *
 * @throws ComprefaceError for a missing, empty or wrongly named picture; AppError for a body that cannot be read
 */
export async function readImageUpload(request: Request): Promise<ImageUpload> {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (type === "multipart/form-data") return readFormUpload(request, uploadLimits());
  if (type === "application/json") return readJsonUpload(request, uploadLimits());
  throw new AppError("unsupported_content_type", "Content type should be multipart/form-data or application/json");
}

async function readFormUpload(request: Request, limits: UploadLimits): Promise<ImageUpload> {
  const { files, fields } = await readMultipart(request, limits);
  const file = files.get("file");
  if (file === undefined) throw missingPart("file");
  requireImageName(file);
  return { image: file.bytes, parameters: collectParameters(request.url, fields) };
}

function requireImageName({ filename = "" }: UploadedFile): void {
  const extension = /\.([^.]*)$/.exec(filename)?.[1]?.toLowerCase() ?? "";
  if (!extensions.has(extension)) throw unavailableExtension(filename);
}

/** Unknown members are ignored: one client library sends an extra one. */
const jsonUpload = z.object({ file: z.string().min(1) });

async function readJsonUpload(request: Request, limits: UploadLimits): Promise<ImageUpload> {
  const body = await readJson(request, { bytesMax: limits.requestBytesMax });
  const parsed = jsonUpload.safeParse(body);
  if (!parsed.success) throw emptyImageMember("content");
  return { image: decodeImage(parsed.data.file, limits), parameters: collectParameters(request.url) };
}

function decodeImage(text: string, { fileBytesMax }: UploadLimits): Uint8Array {
  try {
    return decodeBase64(text, fileBytesMax);
  } catch (error) {
    throw error instanceof Base64Error ? notBase64() : error;
  }
}
