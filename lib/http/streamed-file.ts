import { logger } from "@/lib/observability/logger";

interface FileOptions {
  readonly fileName: string;
  readonly mediaType: string;
}

/**
 * A file that is written while the client takes it. The next piece is asked for when the one before is taken; a client
 * that goes away ends the pieces.
 */
export function streamedFile({ fileName, mediaType }: FileOptions, pieces: AsyncIterable<string>): Response {
  const chunks = encode(pieces);
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { value, done } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => void (await chunks.return(undefined)),
    },
    // Nothing is read ahead of the client.
    { highWaterMark: 0 },
  );
  const headers = { "content-type": mediaType, "content-disposition": `attachment; filename="${fileName}"` };
  return new Response(body, { headers });
}

async function* encode(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  try {
    for await (const piece of pieces) yield encoder.encode(piece);
  } catch (err) {
    // The status is out already; that the answer breaks off is all a client can be told.
    logger.error({ event: "export", err });
    throw err;
  }
}
