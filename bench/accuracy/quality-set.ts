import path from "node:path";
import { groupBy } from "@/bench/group-by";
import { cosine } from "@/inference/calibration/cosine";
import { pairPhotosOfPeople } from "./people-photos";
import type { createMeasurer, MeasuredPhoto, PhotoState } from "./quality-photos";

/** More photos of one person would let few people decide everything. */
const photosMax = 6;

export interface PersonsPhoto extends MeasuredPhoto {
  readonly index: number;
  readonly person: string;
  readonly file: string;
  readonly state: PhotoState;
}

/** Up to six photos of everybody who has at least two, in the states asked for. */
export async function measurePeople(
  files: readonly string[],
  measure: ReturnType<typeof createMeasurer>,
  stateOf: (place: number) => PhotoState,
): Promise<PersonsPhoto[]> {
  const chosen = [...groupBy(files, path.dirname).values()]
    .filter(({ length }) => length > 1)
    .flatMap((group) => group.slice(0, photosMax));
  const photos: PersonsPhoto[] = [];
  for (const [index, file] of chosen.entries()) {
    const state = stateOf(index);
    photos.push({ index, file, person: path.dirname(file), state, ...(await measure(file, state)) });
  }
  return photos;
}

/** Pairs of one person's photos with their cosines. */
export function pairsOf(photos: readonly PersonsPhoto[]) {
  return pairPhotosOfPeople(photos, 15).map(([a, b]) => ({
    cosine: cosine(a.embedding, b.embedding),
    photos: [a.index, b.index] as const,
  }));
}

/** Cosines of all pairs of strangers. */
export function strangersOf(photos: readonly PersonsPhoto[]): number[] {
  return photos.flatMap((a, i) =>
    photos.slice(i + 1).flatMap((b) => (a.person === b.person ? [] : [cosine(a.embedding, b.embedding)])),
  );
}
