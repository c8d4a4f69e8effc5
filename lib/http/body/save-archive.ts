import { saveForm } from "./save-form";

/** Two gigabytes over a slow line. */
const timeoutMs = 3_600_000;

interface ArchiveFiles {
  readonly zip: string;
  readonly table: string;
}

/**
 * Writes the parts `file` and `csv` of a form to these new files as they arrive.
 *
 * @returns whether there was a part `file`
 * @throws AppError as `saveForm` does; what was written until then stays
 */
export async function saveArchive(
  request: Request,
  { zip, table }: ArchiveFiles,
  { bytesMax }: { readonly bytesMax: number },
): Promise<boolean> {
  const parts = await saveForm(request, { file: zip, csv: table }, { bytesMax, timeoutMs });
  return parts.has("file");
}
