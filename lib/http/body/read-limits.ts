import { AppError } from "@/lib/errors/app-error";

export interface ReadLimits {
  /** Largest body in bytes, as sent. */
  readonly bytesMax: number;
  /** Time for the whole body to arrive; half a minute when absent, however slowly the client drips. */
  readonly timeoutMs?: number;
  /** Set where pieces go to the disk as they come: then they do not count as held in memory. */
  readonly isPassedOn?: true;
}

export function requestTooLarge(bytesMax: number): AppError {
  return new AppError("request_too_large", `Request size exceeds the limit of ${bytesMax} bytes`);
}

/** `name` is the part or member that holds the file, where it is known. */
export function fileTooLarge(bytesMax: number, name?: string): AppError {
  const detail = `File size exceeds the limit of ${bytesMax} bytes`;
  return new AppError("file_too_large", detail, name === undefined ? {} : { fields: [{ name, detail }] });
}

/** Refuses by what the client announces, so that an honest oversized request costs no reading. */
export function checkContentLength(headers: Headers, bytesMax: number): void {
  const announced = Number(headers.get("content-length") ?? 0);
  if (announced > bytesMax) throw requestTooLarge(bytesMax);
}
