import path from "node:path";
import { listFiles } from "@/bench/list-files";

/** All LFW photos; every second person (by name) is for training, the others are for measuring. */
export function listPeople(data: string): { readonly training: string[]; readonly heldOut: string[] } {
  const [training, heldOut]: [string[], string[]] = [[], []];
  for (const [i, person] of listFiles(path.join(data, "lfw/images")).entries()) {
    (i % 2 === 0 ? training : heldOut).push(...listFiles(person));
  }
  return { training, heldOut };
}
