import { readdir } from "node:fs/promises";
import path from "node:path";

/** A photo and who is on it. */
export interface PersonPhoto {
  readonly file: string;
  readonly person: string;
}

/** All photos of a folder with one folder for each person, in the order of their names. */
export async function listPeoplePhotos(folder: string): Promise<PersonPhoto[]> {
  const photos: PersonPhoto[] = [];
  for (const person of (await readdir(folder)).toSorted()) {
    for (const name of (await readdir(path.join(folder, person))).toSorted()) {
      photos.push({ file: path.join(folder, person, name), person });
    }
  }
  return photos;
}

/** Pairs of one person's photos, at most `pairsMax` of each person, or those with many photos would decide everything. */
export function pairPhotosOfPeople<T extends { readonly person: string }>(
  photos: readonly T[],
  pairsMax: number,
): [T, T][] {
  const groups = new Map<string, T[]>();
  for (const photo of photos) groups.set(photo.person, [...(groups.get(photo.person) ?? []), photo]);
  return [...groups.values()].flatMap((group) => {
    const pairs = group.flatMap((a, i) => group.slice(i + 1).map((b): [T, T] => [a, b]));
    // Evenly from all pairs: the first ones would all hold the first photo.
    const step = Math.max(1, pairs.length / pairsMax);
    return Array.from({ length: Math.min(pairs.length, pairsMax) }, (_, i) => pairs[Math.floor(i * step)] as [T, T]);
  });
}
