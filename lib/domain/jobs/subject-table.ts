import { AppError } from "@/lib/errors/app-error";
import { parseCsv } from "./csv";

export interface TableRow {
  /** Name of a file in the archive. */
  readonly fileName: string;
  readonly subject: string;
}

const columns = { file: ["file", "filename", "file_name", "image", "path"], subject: ["subject", "name", "person"] };
const rowsMax = 200_000;

const indexOf = (heading: readonly string[], names: readonly string[]) =>
  heading.findIndex((cell) => names.includes(cell.trim().toLowerCase()));

const plainName = (name: string) =>
  name
    .trim()
    .replaceAll("\\", "/")
    .replace(/^(\.?\/)+/, "");

/**
 * Which file shows whom. The first line may name the columns, `file` and `subject`; without it they come in this order.
 *
 * @throws AppError `invalid_request` for a table without rows, with too many, or with a row of one cell
 */
export function readSubjectTable(text: string): TableRow[] {
  const rows = parseCsv(text);
  const [heading = []] = rows;
  const [file, subject] = [indexOf(heading, columns.file), indexOf(heading, columns.subject)];
  const hasHeading = file >= 0 && subject >= 0;
  const places = hasHeading ? { file, subject } : { file: 0, subject: 1 };
  const body = hasHeading ? rows.slice(1) : rows;
  if (body.length === 0) throw new AppError("invalid_request", "The table names no files.");
  if (body.length > rowsMax) throw new AppError("invalid_request", `The table has more than ${rowsMax} rows.`);
  return body.map((row, at) => {
    const [fileName, name] = [row[places.file], row[places.subject]];
    if (fileName !== undefined && name !== undefined) return { fileName: plainName(fileName), subject: name.trim() };
    throw new AppError("invalid_request", `Row ${at + 1 + Number(hasHeading)} of the table has too few cells.`);
  });
}
