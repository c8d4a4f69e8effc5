import { readdirSync } from "node:fs";
import path from "node:path";

/** All LFW photos; every second person (by name) is for training, the others are for measuring. */
export function listPeople(data: string): { readonly training: string[]; readonly heldOut: string[] } {
  const root = path.join(data, "lfw/images");
  const [training, heldOut]: [string[], string[]] = [[], []];
  for (const [i, person] of readdirSync(root).toSorted().entries()) {
    const photos = readdirSync(path.join(root, person)).toSorted();
    (i % 2 === 0 ? training : heldOut).push(...photos.map((photo) => path.join(root, person, photo)));
  }
  return { training, heldOut };
}
