import { stat } from "node:fs/promises";
import path from "node:path";
import { type PackId, packOf } from "@/inference/models/packs";
import { type OwnFiles, packFolder } from "./find-pack";

/** `included`: it needs none. `downloadable`: what is missing is got from its publisher or the mirror when it is used. */
type PackFilesState = "included" | "there" | "downloadable" | "missing";

export interface PackFiles {
  readonly state: PackFilesState;
  /** Absolute paths. */
  readonly missing: readonly string[];
}

/** Whether the files of a pack are there, by their sizes alone: checksums take too long for a question asked often. */
export async function readPackFiles(packsDir: string, id: PackId, own: OwnFiles): Promise<PackFiles> {
  const { others } = packOf(id);
  if (!others) return { state: "included", missing: [] };
  const folder = packFolder(packsDir, id);
  const { published } = others;
  const files = published
    ? [published.detector, published.recognizer].map(({ fileName, bytes }) => ({ file: fileName, bytes }))
    : [{ file: own.detector ?? "detector.onnx" }, { file: own.recognizer ?? "recognizer.onnx" }];
  const found = await Promise.all(files.map((wanted) => isThere(folder, wanted)));
  const missing = files
    .filter((_, i) => !found[i])
    .map(({ file }) => path.resolve(/* turbopackIgnore: true */ folder, file));
  if (missing.length === 0) return { state: "there", missing };
  return { state: published ? "downloadable" : "missing", missing };
}

/** `file`: below the folder, or absolute. `bytes`: any number where absent. */
async function isThere(folder: string, { file, bytes }: { readonly file: string; readonly bytes?: number }) {
  const found = await stat(path.resolve(/* turbopackIgnore: true */ folder, file)).catch(() => undefined);
  return found?.isFile() === true && (bytes === undefined || found.size === bytes);
}
