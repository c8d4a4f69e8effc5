import type { BusboyInstance } from "@fastify/busboy";
import { AppError } from "@/lib/errors/app-error";
import { collectFile } from "./collect-file";
import { multipartBounds } from "./multipart-limits";

export interface UploadedFile {
  /** Owns its ArrayBuffer, so it may be transferred. */
  readonly bytes: Uint8Array;
  /** As the client wrote it, without folders; never a path to open. `undefined` when the part has none. */
  readonly filename: string | undefined;
  /** As the client claims; the content decides. */
  readonly mimeType: string;
}

export interface MultipartForm {
  /** By part name; of several files with one name the first. */
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** All of them, in the order sent. */
  readonly fileLists: ReadonlyMap<string, readonly UploadedFile[]>;
  /** By part name, in the order sent. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** Attaches to a parser before the first byte; resolves with the form after the last. */
export function collectForm(busboy: BusboyInstance, fileBytesMax: number): Promise<MultipartForm> {
  const files = new Map<string, Promise<UploadedFile>[]>();
  const fields = new Map<string, string[]>();
  return new Promise((resolve, reject) => {
    const refuse = (detail: string) => reject(new AppError("invalid_request", detail));
    busboy.on("field", (name: string | undefined, value, _nameTruncated, isTruncated) => {
      if (name === undefined) return refuse("A part of the multipart request has no name.");
      if (isTruncated) return refuse(tooLongField(name));
      fields.set(name, [...(fields.get(name) ?? []), value]);
    });
    busboy.on("file", (name: string | undefined, stream, filename: string | undefined, transferEncoding, mimeType) => {
      if (name === undefined) return refuse("A part of the multipart request has no name.");
      const file = collectFile({ name, stream, transferEncoding }, fileBytesMax).then(
        (bytes): UploadedFile => ({ bytes, filename, mimeType }),
      );
      file.catch((error) => reject(toAppError(error)));
      files.set(name, [...(files.get(name) ?? []), file]);
    });
    for (const event of ["partsLimit", "filesLimit", "fieldsLimit"] as const) {
      busboy.on(event, () => refuse("The multipart request has too many parts."));
    }
    busboy.on("error", (error) => reject(toAppError(error)));
    busboy.on("finish", () => void settleFiles(files).then((settled) => resolve({ ...settled, fields }), reject));
  });
}

async function settleFiles(files: ReadonlyMap<string, readonly Promise<UploadedFile>[]>) {
  const lists = [...files].map(async ([name, list]) => [name, await Promise.all(list)] as const);
  const fileLists = new Map(await Promise.all(lists));
  return { files: new Map([...fileLists].map(([name, [first]]) => [name, first as UploadedFile])), fileLists };
}

function tooLongField(name: string): string {
  return `The field "${name.slice(0, 50)}" is longer than ${multipartBounds.fieldSize} bytes; a file part needs a file name.`;
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError("invalid_request", "The multipart request is malformed or incomplete.", { cause: error });
}
