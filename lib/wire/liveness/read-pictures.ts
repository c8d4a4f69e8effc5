import { AppError } from "@/lib/errors/app-error";
import { decodeBase64 } from "@/lib/http/body/base64";
import type { MultipartForm } from "@/lib/http/body/form-collector";
import { readFormOrJson } from "@/lib/http/body/read-form-or-json";
import { uploadLimits } from "@/lib/http/upload-limits";
import { checkBody, seriesLength } from "./schema";

type Field = "file" | "frames";

const wrong = (name: Field | "body", detail: string, cause?: unknown) =>
  new AppError("invalid_request", `${name} ${detail}`, { cause, fields: [{ name, detail }] });

/**
 * The pictures of a request: `file`, or two to four `frames`; parts of a form or base64 in JSON.
 *
 * @throws AppError `invalid_request` that names what is wrong; others for a body that cannot be read
 */
export function readPictures(request: Request): Promise<Uint8Array[]> {
  return readFormOrJson(request, { form: readForm, json: readBase64 });
}

function readForm({ fileLists }: MultipartForm): Uint8Array[] {
  const bytesOf = (name: Field) => fileLists.get(name)?.map(({ bytes }) => bytes);
  return chooseOne(bytesOf("file")?.slice(0, 1), bytesOf("frames"));
}

function readBase64(body: unknown): Uint8Array[] {
  const { data, error } = checkBody.safeParse(body);
  if (data === undefined) {
    const [issue] = error.issues;
    const [name] = issue?.path ?? [];
    throw wrong(name === "file" || name === "frames" ? name : "body", issue?.message ?? "is wrong", error);
  }
  const decoded = (texts: readonly string[], name: Field) => texts.map((text) => decode(text, name));
  return chooseOne(data.file && decoded([data.file], "file"), data.frames && decoded(data.frames, "frames"));
}

function chooseOne(file: Uint8Array[] | "" | undefined, frames: Uint8Array[] | undefined): Uint8Array[] {
  if (frames === undefined) return required(file || [], "file");
  if (file) throw wrong("frames", "must not come together with file");
  const { min, max } = seriesLength;
  if (frames.length < min || frames.length > max) throw wrong("frames", `must be ${min} to ${max} pictures`);
  return required(frames, "frames");
}

function required(pictures: Uint8Array[], name: Field): Uint8Array[] {
  const isThere = pictures.length > 0 && pictures.every(({ length }) => length > 0);
  if (!isThere) throw wrong(name, "must be given and not empty");
  return pictures;
}

const decode = (text: string, name: Field) =>
  decodeBase64(text, uploadLimits().fileBytesMax, (error) => wrong(name, "must be base64", error));
