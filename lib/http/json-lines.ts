import { streamedFile } from "./streamed-file";

/** A file of one JSON text a line. */
export function jsonLines<Item>(
  fileName: string,
  batches: AsyncIterable<readonly Item[]>,
  serializeItem: (item: Item) => unknown,
): Response {
  return streamedFile({ fileName, mediaType: "application/x-ndjson" }, linesOf(batches, serializeItem));
}

async function* linesOf<Item>(
  batches: AsyncIterable<readonly Item[]>,
  serializeItem: (item: Item) => unknown,
): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map((item) => `${JSON.stringify(serializeItem(item))}\n`).join("");
}
