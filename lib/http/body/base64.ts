import { AppError } from "@/lib/errors/app-error";
import { fileTooLarge } from "./read-limits";

export type Base64Problem = "data_url" | "not_base64";

/** Lets a wire tell bad base64 from other bad requests, and a data URL from mere garbage. */
export class Base64Error extends AppError {
  readonly problem: Base64Problem;

  constructor(problem: Base64Problem) {
    super("invalid_request", "Provided value is not Base64");
    this.name = "Base64Error";
    this.problem = problem;
  }
}

/** What is said in the words of a wire to what is not base64. */
type Refuse = (error: Base64Error) => AppError;

const canonical = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Decodes standard base64 (RFC 4648 §4) with its padding, without blanks or line breaks; not the URL-safe alphabet,
 * no `data:` prefix. The text is checked first, because Buffer skips what it does not know and decodes the rest.
 * The result owns its ArrayBuffer, so it may be transferred.
 *
 * @throws Base64Error, or what `refuse` makes of it; AppError `file_too_large` for more than `bytesMax` bytes
 */
export function decodeBase64(text: string, bytesMax: number, refuse: Refuse = (error) => error): Uint8Array {
  if (/^data:/i.test(text)) throw refuse(new Base64Error("data_url"));
  if (decodedLength(text) > bytesMax) throw fileTooLarge(bytesMax);
  if (text.length % 4 !== 0 || !canonical.test(text)) throw refuse(new Base64Error("not_base64"));
  const { buffer, byteOffset, length } = Buffer.from(text, "base64");
  const decoded = new Uint8Array(buffer, byteOffset, length);
  // Short results share Node's buffer pool; transferring that would empty buffers all over the process.
  return length === buffer.byteLength ? decoded : Uint8Array.from(decoded);
}

/** Bytes behind a well-formed text; for any other a bound that is at most two off. */
function decodedLength(text: string): number {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  return Math.floor(((text.length - padding) * 3) / 4);
}
