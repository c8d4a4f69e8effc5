import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { InferenceError } from "@/inference/inference-error";

/** No byte for so long ends a download. */
const silenceMsMax = 30_000;

interface Download {
  readonly url: string;
  /** May hold the beginning already, from a download that broke off. */
  readonly target: string;
  /** Size of the whole file. */
  readonly bytes: number;
  /** Called with what is there so far, each time that some arrives. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Gets what `target` lacks of a file whose size is known.
 *
 * @throws when the server refuses, breaks off or falls silent; InferenceError `model_corrupt` when it sends a larger file
 */
export async function download({ url, target, bytes, onBytes }: Download): Promise<void> {
  const held = await sizeOf(target);
  if (held === bytes) return;
  const silence = watchForSilence();
  try {
    // What is longer than the file cannot be its beginning.
    const { body, start } = await askFrom(held < bytes ? held : 0, url, silence.signal);
    const count = countFrom(start, (sum) => {
      silence.wasBroken();
      if (sum > bytes) throw new InferenceError("model_corrupt", `${url} is larger than the publisher's file.`);
      onBytes(sum);
    });
    await pipeline(body, count, createWriteStream(target, { flags: start > 0 ? "a" : "w" }));
  } finally {
    silence.end();
  }
}

/** The file from the byte `wanted` on. A server that knows no ranges sends all of it again: `start` is 0 then. */
async function askFrom(wanted: number, url: string, signal: AbortSignal) {
  const response = await fetch(url, { headers: wanted > 0 ? { range: `bytes=${wanted}-` } : {}, signal });
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}.`);
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  return { body, start: response.status === 206 ? wanted : 0 };
}

/** Lets chunks through and tells after each how many bytes there are, `start` included. */
function countFrom(start: number, onSum: (sum: number) => void) {
  return async function* (chunks: AsyncIterable<Uint8Array>) {
    let sum = start;
    for await (const chunk of chunks) {
      sum += chunk.length;
      onSum(sum);
      yield chunk;
    }
  };
}

/** A signal that is aborted once nothing has come for too long. */
function watchForSilence() {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), silenceMsMax);
  return { signal: silence.signal, wasBroken: () => timer.refresh(), end: () => clearTimeout(timer) };
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
