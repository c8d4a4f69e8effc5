import { AppError } from "@/lib/errors/app-error";
import { type Deadline, startDeadline } from "./deadline";
import { lingerOn } from "./linger";
import { checkContentLength, type ReadLimits, requestTooLarge } from "./read-limits";
import { openUploadAccount } from "./upload-budget";

type ChunkHandler = (chunk: Uint8Array) => void | Promise<void>;
type Chunks = AsyncGenerator<Uint8Array, void, undefined>;
type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

const defaultTimeoutMs = 30_000;

/**
 * Hands the body to `onChunk` piece by piece, at the pace `onChunk` sets. Whatever goes wrong, here or in `onChunk`,
 * the rest of the body is never buffered.
 *
 * @throws AppError `request_too_large`, `timeout`, `busy`, `invalid_request` when the client breaks off; whatever
 *   `onChunk` throws
 */
export async function consumeBody(request: Request, limits: ReadLimits, onChunk: ChunkHandler): Promise<void> {
  if (request.body === null) return;
  const reader = request.body.getReader();
  const deadline = startDeadline(limits.timeoutMs ?? defaultTimeoutMs);
  const account = openUploadAccount();
  try {
    checkContentLength(request.headers, limits.bytesMax);
    const pump = async () => {
      for await (const chunk of readChunks(reader, limits.bytesMax, deadline)) {
        if (!limits.isPassedOn) account.take(chunk.byteLength);
        await onChunk(chunk);
      }
    };
    await Promise.race([pump(), deadline.expired]);
  } catch (error) {
    // Waiting on is of use to a client that sends too much, not to one that sends too slowly.
    if (deadline.isOver()) void reader.cancel().catch(() => undefined);
    else await lingerOn(reader, request.headers);
    throw error;
  } finally {
    account.settle();
    deadline.clear();
  }
}

async function* readChunks(reader: BodyReader, bytesMax: number, deadline: Deadline): Chunks {
  for (let received = 0; ; ) {
    const { done, value } = await reader.read().catch(refuseBrokenBody);
    if (done || deadline.isOver()) return;
    received += value.byteLength;
    if (received > bytesMax) throw requestTooLarge(bytesMax);
    yield value;
  }
}

function refuseBrokenBody(cause: unknown): never {
  throw new AppError("invalid_request", "The request body ended early.", { cause });
}
