import { streamedBody } from "./streamed-file";

interface ServerEvent {
  readonly name: string;
  readonly data: unknown;
}

/** Proxies close what says nothing for a minute. */
const heartbeat = ": still there\n\n";

/**
 * Events as `EventSource` reads them (HTML, §9.2), one line of JSON each; null keeps the connection alive. The pieces
 * end the answer.
 */
export function eventStream(events: AsyncIterable<ServerEvent | null>): Response {
  // Compressing would hold the events back until there are enough of them.
  const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform" };
  return new Response(streamedBody(textOf(events)), { headers });
}

async function* textOf(events: AsyncIterable<ServerEvent | null>): AsyncGenerator<string> {
  for await (const event of events) {
    yield event === null ? heartbeat : `event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`;
  }
}
