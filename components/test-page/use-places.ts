import { useRef, useState } from "react";
import type { TestOperation } from "./operations";
import { loadPicture, type Picture, releasePicture } from "./picture";

type Places = readonly (Picture | undefined)[];

/** Files that were chosen; they may still be on their way. */
export type ChosenFiles = readonly File[] | Promise<readonly File[]>;

/** Pictures by their places in a request. Of several for one place the one chosen last counts, however long it loads. */
export function usePlaces() {
  const [pictures, setPictures] = useState<Places>([]);
  // Pictures load one beside the other, and each has to find those that came before it.
  const latest = useRef(pictures);
  const choices = useRef(new Map<number, number>());

  /**
   * Loads what was chosen for a place.
   *
   * @returns the pictures of all places; null when another was chosen for this one meanwhile
   */
  const put = async (at: number, files: ChosenFiles, { series, pictures: parts }: TestOperation) => {
    const choice = (choices.current.get(at) ?? 0) + 1;
    choices.current.set(at, choice);
    const taken = await Promise.all((await files).map(loadPicture));
    if (choices.current.get(at) !== choice) {
      taken.forEach(releasePicture);
      return null;
    }
    const [first] = taken;
    const next: Places = series ? taken : parts.map((_, place) => (place === at ? first : latest.current[place]));
    latest.current = next;
    setPictures(next);
    return next;
  };
  return { pictures, put };
}
