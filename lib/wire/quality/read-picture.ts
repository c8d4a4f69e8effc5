import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { Base64Error, decodeBase64 } from "@/lib/http/body/base64";
import { readJson } from "@/lib/http/body/read-json";
import { readMultipart } from "@/lib/http/body/read-multipart";
import { uploadLimits } from "@/lib/http/upload-limits";
import { parseParameters } from "./schema";

const members = z.record(z.string(), z.unknown());
const missing = () =>
  new AppError("invalid_request", "The picture is missing: send it as file.", {
    fields: [{ name: "file", detail: "must be given" }],
  });

/** The picture of a request and the parameters that came with it. @throws AppError for what cannot be read */
export async function readPicture(request: Request) {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (type === "multipart/form-data") return readForm(request, query);
  if (type === "application/json") return readBase64(request, query);
  throw new AppError("unsupported_content_type", "Send the picture as multipart/form-data or application/json.");
}

async function readForm(request: Request, query: Readonly<Record<string, string>>) {
  const { files, fields } = await readMultipart(request, uploadLimits());
  const bytes = files.get("file")?.bytes;
  if (bytes === undefined || bytes.length === 0) throw missing();
  const texts = Object.fromEntries([...fields].map(([name, [text]]) => [name, text]));
  return { bytes, ...parseParameters({ ...query, ...texts }) };
}

async function readBase64(request: Request, query: Readonly<Record<string, string>>) {
  const { requestBytesMax, fileBytesMax } = uploadLimits();
  const { file, ...others } = members.safeParse(await readJson(request, { bytesMax: requestBytesMax })).data ?? {};
  if (typeof file !== "string" || file === "") throw missing();
  return { bytes: decode(file, fileBytesMax), ...parseParameters({ ...query, ...others }) };
}

function decode(text: string, bytesMax: number): Uint8Array {
  try {
    return decodeBase64(text, bytesMax);
  } catch (error) {
    if (!(error instanceof Base64Error)) throw error;
    throw new AppError("invalid_request", "file is not base64.", {
      cause: error,
      fields: [{ name: "file", detail: "must be base64" }],
    });
  }
}
