import { open, stat } from "node:fs/promises";
import { InferenceError } from "@/inference/inference-error";

/** No byte for so long ends a download. */
const silenceMsMax = 30_000;

interface Download {
  readonly url: string;
  /** May hold the beginning already, from a download that broke off. */
  readonly target: string;
  /** Size of the whole file. */
  readonly bytes: number;
  /** Called with what is there so far, when the server answers and each time that some arrives. */
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Gets what `target` lacks of a file whose size is known.
 *
 * @throws when the server refuses, breaks off or falls silent; the reason of `signal`; InferenceError `model_corrupt` when it
 * sends a larger file
 */
export async function download({ url, target, bytes, onBytes, signal }: Download): Promise<void> {
  const held = await sizeOf(target);
  if (held === bytes) return;
  const silence = watchForSilence();
  const ending = signal ? AbortSignal.any([signal, silence.signal]) : silence.signal;
  try {
    // What is longer than the file cannot be its beginning.
    const { body, start } = await askFrom(held < bytes ? held : 0, url, ending);
    onBytes(start);
    await append(body, { url, target, start, bytes }, (sum) => {
      silence.wasBroken();
      onBytes(sum);
    });
  } finally {
    silence.end();
  }
}

/** The file from the byte `wanted` on. A server that knows no ranges sends all of it again: `start` is 0 then. */
async function askFrom(wanted: number, url: string, signal: AbortSignal) {
  const response = await fetch(url, { headers: wanted > 0 ? { range: `bytes=${wanted}-` } : {}, signal });
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}.`);
  return { body: response.body, start: response.status === 206 ? wanted : 0 };
}

interface Target {
  readonly url: string;
  readonly target: string;
  /** How much of it is kept. */
  readonly start: number;
  /** At most. */
  readonly bytes: number;
}

/** Writes chunks to a file and tells after each how much is there. What was told of is there, however it ends. */
async function append(
  chunks: AsyncIterable<Uint8Array>,
  { url, target, start, bytes }: Target,
  onSum: (sum: number) => void,
): Promise<void> {
  const file = await open(target, start > 0 ? "a" : "w");
  try {
    let sum = start;
    for await (const chunk of chunks) {
      sum += chunk.length;
      if (sum > bytes) throw new InferenceError("model_corrupt", `${url} is larger than the publisher's file.`);
      await file.appendFile(chunk);
      onSum(sum);
    }
  } finally {
    await file.close();
  }
}

/** A signal that is aborted once nothing has come for too long. */
function watchForSilence() {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error("The server fell silent.")), silenceMsMax);
  return { signal: silence.signal, wasBroken: () => timer.refresh(), end: () => clearTimeout(timer) };
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
