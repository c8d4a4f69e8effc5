import path from "node:path";
import { groupBy } from "@/bench/group-by";
import { listFiles } from "@/bench/list-files";

/** A photo and who is on it. */
export interface PersonPhoto {
  readonly file: string;
  readonly person: string;
}

/** All photos of a folder with one folder for each person, in the order of their names. */
export function listPeoplePhotos(folder: string): PersonPhoto[] {
  return listFiles(folder).flatMap((place) => listFiles(place).map((file) => ({ file, person: path.basename(place) })));
}

/** Pairs of one person's photos, at most `pairsMax` of each person, or those with many photos would decide everything. */
export function pairPhotosOfPeople<T extends { readonly person: string }>(
  photos: readonly T[],
  pairsMax: number,
): [T, T][] {
  return [...groupBy(photos, ({ person }) => person).values()].flatMap((group) => {
    const pairs = group.flatMap((a, i) => group.slice(i + 1).map((b): [T, T] => [a, b]));
    // Evenly from all pairs: the first ones would all hold the first photo.
    const step = Math.max(1, pairs.length / pairsMax);
    return Array.from({ length: Math.min(pairs.length, pairsMax) }, (_, i) => pairs[Math.floor(i * step)] as [T, T]);
  });
}
