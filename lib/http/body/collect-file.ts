import type { Readable } from "node:stream";
import { decodeBase64 } from "./base64";
import { concatBytes } from "./read-bytes";
import { fileTooLarge } from "./read-limits";

export interface FilePart {
  readonly name: string;
  readonly stream: Readable;
  readonly transferEncoding: string;
}

/**
 * Collects one file part, undoing `Content-Transfer-Encoding: base64`.
 *
 * @throws AppError `file_too_large` as soon as the part is too long, Base64Error; the stream's own error
 */
export async function collectFile(part: FilePart, bytesMax: number): Promise<Uint8Array> {
  if (part.transferEncoding.toLowerCase() !== "base64")
    return concatBytes(await collectChunks(part, bytesMax, bytesMax));
  const chunks = await collectChunks(part, base64BytesMax(bytesMax), bytesMax);
  return decodeBase64(Buffer.concat(chunks).toString("latin1").replace(/\s+/g, ""), bytesMax);
}

/** MIME breaks base64 into lines of 76 characters with two for the line end; the rest is slack for a last line. */
const base64BytesMax = (bytesMax: number): number => Math.ceil((bytesMax * 4 * 78) / (3 * 76)) + 80;

function collectChunks({ name, stream }: FilePart, partBytesMax: number, fileBytesMax: number): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    stream.on("error", reject);
    stream.on("end", () => resolve(chunks));
    stream.on("data", (chunk: Uint8Array) => {
      length += chunk.byteLength;
      if (length > partBytesMax) reject(fileTooLarge(fileBytesMax, name));
      else chunks.push(chunk);
    });
  });
}
