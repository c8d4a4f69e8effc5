import { readdirSync } from "node:fs";
import path from "node:path";

/** How a face came before the camera. */
export type Presentation = "live" | "print" | "screen";

export interface SpoofPhoto {
  readonly file: string;
  /** Photos of one person by one camera; heads are tested on groups they were not trained on. */
  readonly group: string;
  readonly presentation: Presentation;
}

const folders: Readonly<Record<string, Presentation>> = {
  original: "live",
  paper: "print",
  screen: "screen",
  real: "live",
  fake_replay: "screen",
};
const marks: Readonly<Record<string, Presentation>> = { T1: "live", F1: "print", F2: "screen" };

/** The photos of `spoof/`, told apart by their folder, or by the mark at the end of their name. */
export function listSpoofPhotos(data: string): SpoofPhoto[] {
  const root = path.join(data, "spoof");
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map(({ parentPath, name }): SpoofPhoto | undefined => {
      const folder = path.basename(parentPath);
      const stem = path.parse(name).name;
      const presentation = folders[folder] ?? marks[stem.split("_").at(-1) ?? ""];
      const source = path.relative(root, parentPath).split(path.sep).slice(0, 2);
      const group = folder in folders && source[0] === "rienheuver" ? stem : (source[1] ?? "");
      return presentation && { file: path.join(parentPath, name), group, presentation };
    })
    .filter((photo) => photo !== undefined)
    .toSorted((a, b) => a.file.localeCompare(b.file));
}
