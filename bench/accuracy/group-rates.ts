import path from "node:path";
import { readCsv } from "@/bench/read-csv";
import { cosineOf } from "@/inference/calibration/similarity";
import { createEmbedder } from "./embed-photos";
import type { Figure } from "./report";
import type { SectionInput } from "./section";
import { compareStrangers } from "./stranger-histogram";

interface LabelledVector {
  readonly vector: Float32Array;
  readonly gender: string;
  readonly race: string;
  readonly ageBand: string;
}

const ageBands = [
  [0, 12],
  [13, 24],
  [25, 44],
  [45, 64],
  [65, 120],
] as const;
/** UTKFace's photos are cut tight; detectors want some surroundings. */
const marginPx = 60;

/**
 * How often two photos of different people of one group reach similarity 0.5, from UTKFace's evaluation photos. UTKFace
 * names nobody, so each photo counts as another person: the few who are there twice make the rates look higher than they are.
 */
export async function measureGroups(input: SectionInput): Promise<Figure[]> {
  const faces = await readFaces(input);
  return [
    rateOf("all", faces),
    ...(["gender", "race", "ageBand"] as const).flatMap((kind) =>
      [...new Set(faces.map((face) => face[kind]))].toSorted().map((group) =>
        rateOf(
          group,
          faces.filter((face) => face[kind] === group),
        ),
      ),
    ),
  ];
}

function rateOf(group: string, faces: readonly LabelledVector[]): Figure {
  const histogram = compareStrangers(
    faces.map(({ vector }) => vector),
    faces.map((_, i) => String(i)),
  );
  const wrong = histogram.countFrom(cosineOf(0.5));
  return {
    measure: `UTKFace, ${faces.length} photos, ${group}: false matches within the group at similarity 0.5`,
    result: `${(wrong / histogram.count).toExponential(1)} (${wrong} of ${histogram.count})`,
  };
}

async function readFaces(input: SectionInput): Promise<LabelledVector[]> {
  const { embed } = createEmbedder(input, marginPx);
  const faces: LabelledVector[] = [];
  for (const row of await readCsv(path.join(input.dataDir, "utkface/eval.csv"))) {
    const [file = "", age = "", gender = "", race = ""] = row;
    const band = ageBands.find(([, to]) => Number(age) <= to) ?? ageBands[4];
    const vector = await embed(path.join(input.dataDir, "utkface/images", file));
    faces.push({ vector, gender, race, ageBand: `aged ${String(band[0]).padStart(2, "0")} to ${band[1]}` });
  }
  return faces;
}
