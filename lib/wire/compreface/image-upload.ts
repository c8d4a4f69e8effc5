import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { Base64Error, decodeBase64 } from "@/lib/http/body/base64";
import type { UploadedFile } from "@/lib/http/body/form-collector";
import { readJson } from "@/lib/http/body/read-json";
import { readMultipart } from "@/lib/http/body/read-multipart";
import { type UploadLimits, uploadLimits } from "@/lib/http/upload-limits";
import { emptyMember, missingPart, notBase64, unavailableExtension } from "./catalogue";
import { contentTypeOf } from "./content-type";
import { collectParameters } from "./parameters";

/** Endings that a file name may have; what the file really is, its content decides. */
const extensions: ReadonlySet<string> = new Set(["tif", "tiff", "jpg", "jpeg", "png", "bmp", "ico", "gif", "webp"]);

/** Pictures of an operation: the name of the part or member, and what the vendor's error text calls the member. */
type PictureNames = Readonly<Record<string, string>>;

export const pictureNames = {
  file: { file: "content" },
  pair: { source_image: "sourceImageBase64", target_image: "targetImageBase64" },
} as const satisfies Record<string, PictureNames>;

interface Upload<Names extends PictureNames> {
  readonly pictures: Readonly<Record<keyof Names, Uint8Array>>;
  /** From the query string and, for a form, its text parts. */
  readonly parameters: Record<string, string>;
}

/**
 * Reads the pictures of a request, sent as parts of a form or as base64 in members of JSON.
 *
 * @throws ComprefaceError for a missing, empty or wrongly named picture; AppError for a body that cannot be read
 */
export async function readPictures<Names extends PictureNames>(request: Request, names: Names): Promise<Upload<Names>> {
  const type = contentTypeOf(request);
  if (type === "multipart/form-data") return readForm(request, names, uploadLimits());
  if (type === "application/json") return readJsonPictures(request, names, uploadLimits());
  throw new AppError("unsupported_content_type", "Content type should be multipart/form-data or application/json");
}

async function readForm<Names extends PictureNames>(
  request: Request,
  names: Names,
  limits: UploadLimits,
): Promise<Upload<Names>> {
  const { files, fields } = await readMultipart(request, limits);
  const pictures = mapNames(names, (name) => {
    const file = files.get(name);
    if (file === undefined) throw missingPart(name);
    requireImageName(file);
    return file.bytes;
  });
  return { pictures, parameters: collectParameters(request.url, fields) };
}

function requireImageName({ filename = "" }: UploadedFile): void {
  const extension = /\.([^.]*)$/.exec(filename)?.[1]?.toLowerCase() ?? "";
  if (!extensions.has(extension)) throw unavailableExtension(filename);
}

/** Unknown members are ignored: one client library sends an extra one. */
const members = z.record(z.string(), z.unknown());

async function readJsonPictures<Names extends PictureNames>(
  request: Request,
  names: Names,
  limits: UploadLimits,
): Promise<Upload<Names>> {
  const body = members.safeParse(await readJson(request, { bytesMax: limits.requestBytesMax }));
  const pictures = mapNames(names, (name, vendorField) => {
    const text = body.data?.[name];
    if (typeof text !== "string" || text === "") throw emptyMember(vendorField);
    return decodeImage(text, limits);
  });
  return { pictures, parameters: collectParameters(request.url) };
}

function mapNames<Names extends PictureNames>(
  names: Names,
  read: (name: string, vendorField: string) => Uint8Array,
): Record<keyof Names, Uint8Array> {
  const entries = Object.entries(names).map(([name, vendorField]) => [name, read(name, vendorField)]);
  return Object.fromEntries(entries) as Record<keyof Names, Uint8Array>;
}

function decodeImage(text: string, { fileBytesMax }: UploadLimits): Uint8Array {
  try {
    return decodeBase64(text, fileBytesMax);
  } catch (error) {
    throw error instanceof Base64Error ? notBase64() : error;
  }
}
