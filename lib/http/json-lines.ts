import { logger } from "@/lib/observability/logger";

/**
 * A file of one JSON text a line. The next batch is asked for when the client has taken the one before; a client that
 * goes away ends the batches.
 */
export function jsonLines<Item>(
  fileName: string,
  batches: AsyncIterable<readonly Item[]>,
  serializeItem: (item: Item) => unknown,
): Response {
  const chunks = encode(batches, serializeItem);
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
  const headers = {
    "content-type": "application/x-ndjson",
    "content-disposition": `attachment; filename="${fileName}"`,
  };
  return new Response(body, { headers });
}

async function* encode<Item>(
  batches: AsyncIterable<readonly Item[]>,
  serializeItem: (item: Item) => unknown,
): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  try {
    for await (const batch of batches) {
      yield encoder.encode(batch.map((item) => `${JSON.stringify(serializeItem(item))}\n`).join(""));
    }
  } catch (err) {
    // The status is out already; that the answer breaks off is all a client can be told.
    logger.error({ event: "export", err });
    throw err;
  }
}
