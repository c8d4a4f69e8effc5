import { encodeMultipart } from "./multipart";

export interface LoadOptions {
  /** Full address of the endpoint, query included. */
  readonly url: string;
  readonly key: string;
  readonly image: Uint8Array;
  /** Some endpoints look at its ending. */
  readonly fileName: string;
  /** Requests in flight at any time. */
  readonly connections: number;
  readonly seconds: number;
}

export interface Answer {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly ms: number;
  readonly retryAfter: string | null;
}

/** Sends the same picture over and over on all connections, each with the next request as soon as the last is answered. */
export async function sendRequests({ connections, seconds, ...target }: LoadOptions): Promise<Answer[]> {
  const { body, contentType } = encodeMultipart(target.image, target.fileName);
  const request = { method: "POST", headers: { "x-api-key": target.key, "content-type": contentType }, body };
  const endsAtMs = performance.now() + seconds * 1000;
  const answers: Answer[] = [];
  const client = async () => {
    while (performance.now() < endsAtMs) answers.push(await send(target.url, request));
  };
  await Promise.all(Array.from({ length: connections }, client));
  return answers;
}

async function send(url: string, request: RequestInit): Promise<Answer> {
  const startMs = performance.now();
  try {
    const response = await fetch(url, request);
    await response.arrayBuffer();
    const ms = performance.now() - startMs;
    return { status: response.status, ms, retryAfter: response.headers.get("retry-after") };
  } catch {
    return { status: 0, ms: performance.now() - startMs, retryAfter: null };
  }
}
