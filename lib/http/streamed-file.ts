import { logger } from "@/lib/observability/logger";

interface FileOptions {
  readonly fileName: string;
  readonly mediaType: string;
}

type Piece = string | Uint8Array;

/**
 * A file that is written while the client takes it. The next piece is asked for when the one before is taken; a client
 * that goes away ends the pieces.
 */
export function streamedFile({ fileName, mediaType }: FileOptions, pieces: AsyncIterable<Piece>): Response {
  const headers = { "content-type": mediaType, "content-disposition": `attachment; filename="${fileName}"` };
  return new Response(streamedBody(pieces), { headers });
}

/** The body of an answer that is made as the client takes it. */
export function streamedBody(pieces: AsyncIterable<Piece>): ReadableStream<Uint8Array> {
  const chunks = encode(pieces);
  return new ReadableStream<Uint8Array>(
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
}

async function* encode(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  try {
    for await (const piece of pieces) yield typeof piece === "string" ? encoder.encode(piece) : piece;
  } catch (err) {
    // The status is out already; that the answer breaks off is all a client can be told.
    logger.error({ event: "export", err });
    throw err;
  }
}
