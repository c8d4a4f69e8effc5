import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { readBytes } from "@/lib/http/body/read-bytes";
import { readJson } from "@/lib/http/body/read-json";
import { readMultipart } from "@/lib/http/body/read-multipart";
import { mediaTypeOf } from "@/lib/http/media-type";
import { uploadLimits } from "@/lib/http/upload-limits";
import { SenseidError } from "./errors";

/** The vendor's field, and ours for clients that do not encrypt. */
type PictureField = "encrypted_image" | "image";

export interface SentPicture {
  readonly field: PictureField;
  /** Base64 as sent, or the bytes of a file. */
  readonly content: string | Uint8Array;
}

const names = ["encrypted_image", "image"] as const satisfies readonly PictureField[];

type Read = (request: Request) => Promise<(name: PictureField) => string | Uint8Array | undefined>;

const readers: Readonly<Record<string, Read>> = {
  "application/x-www-form-urlencoded": readUrlEncoded,
  "multipart/form-data": readForm,
  "application/json": readMembers,
};

/**
 * Finds the picture of a request in whatever kind of body.
 *
 * @throws SenseidError `length required` for a body of unknown length that does not come in chunks, `invalid argument`
 *   without a picture; AppError for a body that cannot be read
 */
export async function readPicture(request: Request): Promise<SentPicture> {
  const { headers } = request;
  if (!headers.has("content-length") && !headers.has("transfer-encoding")) throw new SenseidError("length required");
  const read = readers[mediaTypeOf(request)];
  if (read === undefined) throw new AppError("unsupported_content_type", "Unknown content type");
  const contentOf = await read(request);
  for (const field of names) {
    const content = contentOf(field);
    if (content !== undefined && content.length > 0) return { field, content };
  }
  throw new SenseidError("invalid argument");
}

const latin1 = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString("latin1");

async function readUrlEncoded(request: Request) {
  const bytes = await readBytes(request, { bytesMax: uploadLimits().requestBytesMax });
  const fields = new URLSearchParams(latin1(bytes));
  // Clients send base64 without escapes, so its plus signs arrive as blanks.
  return (name: PictureField) => fields.get(name)?.replaceAll(" ", "+");
}

async function readForm(request: Request) {
  const limits = uploadLimits();
  const { files, fields } = await readMultipart(request, { ...limits, fieldBytesMax: limits.requestBytesMax });
  return (name: PictureField) => {
    const file = files.get(name)?.bytes;
    // An encrypted picture is text, also in a file.
    if (file !== undefined) return name === "image" ? file : latin1(file);
    return fields.get(name)?.[0];
  };
}

const members = z.record(z.string(), z.unknown());

async function readMembers(request: Request) {
  const body = members.safeParse(await readJson(request, { bytesMax: uploadLimits().requestBytesMax })).data;
  return (name: PictureField) => {
    const value = body?.[name];
    return typeof value === "string" ? value : undefined;
  };
}
