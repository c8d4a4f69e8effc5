import { streamedFile } from "./streamed-file";

/** Spreadsheets run a cell that begins so as a formula; an e-mail address may begin with most of these. */
const formulaStart = /^[=+\-@\t\r]/;

function cellOf(value: string | null): string {
  const text = value === null ? "" : value.replace(formulaStart, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const lineOf = (cells: readonly (string | null)[]) => `${cells.map(cellOf).join(",")}\r\n`;

interface CsvFile<Item> {
  readonly fileName: string;
  /** The first line. */
  readonly columns: readonly string[];
  /** As many cells as columns; null is an empty one. */
  readonly cellsOf: (item: Item) => readonly (string | null)[];
}

/** A file of comma-separated values (RFC 4180). A cell that a spreadsheet would run has an apostrophe before it. */
export function csvFile<Item>(file: CsvFile<Item>, batches: AsyncIterable<readonly Item[]>): Response {
  return streamedFile({ fileName: file.fileName, mediaType: "text/csv; charset=utf-8" }, linesOf(file, batches));
}

async function* linesOf<Item>(
  { columns, cellsOf }: CsvFile<Item>,
  batches: AsyncIterable<readonly Item[]>,
): AsyncGenerator<string> {
  yield lineOf(columns);
  for await (const batch of batches) yield batch.map((item) => lineOf(cellsOf(item))).join("");
}
