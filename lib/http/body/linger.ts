import { setTimeout as delay } from "node:timers/promises";

const lingerMs = 5_000;
const lingerBytesMax = 64 * 1024 * 1024;
const lastAnswerDelayMs = 1_000;

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Lets the rest of a refused body pass by unread, for a while, so that a client which sends everything before it
 * listens still gets the answer. Cancelling at once would make Node close the socket with the answer in it.
 * Nothing is kept; a body that goes on for too long is cut off. Goes on after this returns and never rejects.
 *
 * On a connection that ends with its answer, as nginx opens them, the answer itself cuts the client off; there the
 * rest is given a moment to arrive first.
 */
export async function lingerOn(reader: BodyReader, headers: Headers): Promise<void> {
  const cutOff = setTimeout(() => void cancel(reader), lingerMs);
  cutOff.unref();
  const passed = discard(reader).finally(() => clearTimeout(cutOff));
  const endsWithAnswer = headers.get("connection")?.toLowerCase() === "close";
  if (endsWithAnswer) await Promise.race([passed, delay(lastAnswerDelayMs)]);
}

async function discard(reader: BodyReader): Promise<void> {
  try {
    for (let passed = 0; passed < lingerBytesMax; ) {
      const { done, value } = await reader.read();
      if (done) return;
      passed += value.byteLength;
    }
    await cancel(reader);
  } catch {
    // The client has gone, which is an end like any other.
  }
}

async function cancel(reader: BodyReader): Promise<void> {
  await reader.cancel().catch(() => undefined);
}
