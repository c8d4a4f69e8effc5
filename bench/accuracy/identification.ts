import path from "node:path";
import { groupBy } from "@/bench/group-by";
import { cosine } from "@/inference/calibration/cosine";
import { createEmbedder, type EmbeddedPhoto, embedPeople } from "./embed-photos";
import type { Section } from "./section";
import { shareText, thresholdAt } from "./verification-metrics";

/** The best match of a search in the gallery. */
interface Found {
  readonly person: string;
  readonly cosine: number;
}

/**
 * Searches among all people of LFW with several photos here, the first photo of each enrolled. Their other photos are to be
 * found; the people with one photo are not in the gallery and must not be.
 */
export const evaluateIdentification: Section = async (input) => {
  const embedder = createEmbedder(input);
  const photos = await embedPeople(path.join(input.dataDir, "lfw/images"), embedder);
  const people = groupBy(photos, ({ person }) => person);
  const known = [...people.values()].filter((photos) => photos.length > 1);
  const gallery = known.flatMap(([first]) => first ?? []);
  const start = process.cpuUsage();
  const mated = known.flatMap((photos) => photos.slice(1)).map((probe) => ({ probe, found: search(gallery, probe) }));
  const { user, system } = process.cpuUsage(start);
  const strangers = [...people.values()].filter((photos) => photos.length === 1).flat();
  const strangersBest = strangers.map((probe) => search(gallery, probe).cosine);
  const isRight = ({ probe, found }: (typeof mated)[number]) => probe.person === found.person;
  return [
    { measure: "Model", result: embedder.tag },
    { measure: "Enrolled people, one photo each", result: String(gallery.length) },
    { measure: "Rank 1: the right person comes first", result: shareText(mated.filter(isRight).length, mated.length) },
    ...[0.1, 0.01].map((rate) => {
      const border = thresholdAt(rate, strangersBest);
      const hits = mated.filter((search) => isRight(search) && search.found.cosine > border).length;
      return {
        measure: `Right person first and above the border that ${100 * rate} % of ${strangers.length} strangers' searches pass`,
        result: `${shareText(hits, mated.length)}, cosine ${border.toFixed(4)}`,
      };
    }),
    {
      measure: "Time for comparing one photo with everybody enrolled, without the index of the server",
      result: `${((user + system) / 1000 / mated.length).toFixed(2)} ms mean of ${mated.length}`,
    },
  ];
};

function search(gallery: readonly EmbeddedPhoto[], probe: EmbeddedPhoto): Found {
  let best: Found = { person: "", cosine: -2 };
  for (const { person, vector } of gallery) {
    const likeness = cosine(vector, probe.vector);
    if (likeness > best.cosine) best = { person, cosine: likeness };
  }
  return best;
}
