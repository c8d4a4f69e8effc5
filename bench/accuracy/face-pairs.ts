import { readFile } from "node:fs/promises";
import path from "node:path";
import { readCsv } from "@/bench/read-csv";

/** Two photos and whether they show one person. */
export interface FacePair {
  readonly a: string;
  readonly b: string;
  readonly isSame: boolean;
}

/** A pair with the number of the LFW fold it belongs to. */
export interface FoldPair extends FacePair {
  readonly fold: number;
}

/** LFW's `pairs.txt`: a line with the numbers of folds and of pairs of each kind in a fold, then `name i j` and `name i name j`. */
export async function readFoldPairs(dataDir: string): Promise<FoldPair[]> {
  const [header = "", ...lines] = await readLines(path.join(dataDir, "lfw/pairs.txt"));
  const perFold = 2 * Number(header.split(/\s+/)[1]);
  return lines.map((line, i) => ({
    ...readPair(line, (name, number) => lfwPhoto(dataDir, `${name}_${number.padStart(4, "0")}.jpg`)),
    fold: Math.floor(i / perFold),
  }));
}

/** Masked and bare faces of the same people and of others, in LFW's notation without its first line. */
export async function readMaskedPairs(dataDir: string): Promise<FacePair[]> {
  const photo = (name: string, number: string) =>
    path.join(dataDir, "masked/images", name, `${name}_${number.padStart(4, "0")}.png`);
  return (await readLines(path.join(dataDir, "masked/pairs.txt"))).map((line) => readPair(line, photo));
}

/** Pairs of which the first face wears sunglasses, the second maybe too: `a,b,same` with file names of LFW. */
export async function readSunglassesPairs(dataDir: string): Promise<FacePair[]> {
  const rows = await readCsv(path.join(dataDir, "lfw/sunglasses_pairs.csv"));
  return rows.map(([a = "", b = "", same]) => ({
    a: lfwPhoto(dataDir, a),
    b: lfwPhoto(dataDir, b),
    isSame: same === "1",
  }));
}

function readPair(line: string, photo: (name: string, number: string) => string): FacePair {
  const [name = "", first = "", third = "", fourth] = line.split(/\s+/);
  const isSame = fourth === undefined;
  return { a: photo(name, first), b: isSame ? photo(name, third) : photo(third, fourth), isSame };
}

function lfwPhoto(dataDir: string, file: string): string {
  return path.join(dataDir, "lfw/images", file.slice(0, file.lastIndexOf("_")), file);
}

async function readLines(file: string): Promise<string[]> {
  return (await readFile(file, "utf8"))
    .trim()
    .split("\n")
    .map((line) => line.trim());
}
