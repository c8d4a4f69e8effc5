import { consumeBody } from "./consume-body";
import type { ReadLimits } from "./read-limits";

/**
 * Reads a whole body into memory; empty when there is none. The result owns its ArrayBuffer, so it may be transferred.
 *
 * @throws AppError as `consumeBody` does
 */
export async function readBytes(request: Request, limits: ReadLimits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await consumeBody(request, limits, (chunk) => {
    chunks.push(chunk);
  });
  return concatBytes(chunks);
}

/** Always copies, even a single chunk: chunks are views into buffers that others use too. */
export function concatBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}
