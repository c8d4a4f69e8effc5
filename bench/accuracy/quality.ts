import { listPeople } from "@/bench/train/lfw-people";
import { createQualityFace } from "@/inference/quality/quality-face";
import { utilityOf } from "@/inference/quality/unified";
import { unifiedFeatures } from "@/inference/quality/unified-features";
import { discardCurve } from "./discard-curve";
import { readFaces } from "./photo-faces";
import { createMeasurer, type PhotoState } from "./quality-photos";
import { measurePeople, type PersonsPhoto, pairsOf, strangersOf } from "./quality-set";
import type { Figure } from "./report";
import type { Section } from "./section";
import { createStopwatch } from "./stopwatch";
import { shareText, thresholdAt } from "./verification-metrics";

const shares = [0, 0.05, 0.1, 0.15, 0.2, 0.3];

/**
 * What leaving out the photos with the lowest unified scores does to false non-matches, on the LFW people that the score
 * was not fitted to: as they are, and with some made worse in one of five ways. Of photos half of which are worsened, most of
 * the bad ones are left when a fifth is gone, however well they were ordered.
 */
export const evaluateQuality: Section = async (input) => {
  const measure = createMeasurer(input);
  const { heldOut } = listPeople(input.dataDir);
  const sets: readonly (readonly [string, (place: number) => PhotoState])[] = [
    ["A quarter of the photos worsened", (place) => (place % 4 === 1 ? "degraded" : "clean")],
    ["Half of the photos worsened", (place) => (place % 2 === 1 ? "degraded" : "clean")],
    ["Photos as they are", () => "clean"],
  ];
  const figures: Figure[] = [];
  for (const [title, stateOf] of sets) {
    figures.push(...discardFigures(title, await measurePeople(heldOut, measure, stateOf)));
  }
  const stopwatch = createStopwatch();
  const timed = heldOut.filter((_, i) => i % 40 === 0);
  for await (const { face } of readFaces(timed, input.sessions)) {
    await stopwatch.time(() => unifiedFeatures(createQualityFace(face, 0)));
  }
  return [...figures, { measure: "Time for the unified score of one face", result: stopwatch.text() }];
};

function discardFigures(title: string, photos: readonly PersonsPhoto[]): Figure[] {
  const border = thresholdAt(1e-3, strangersOf(photos));
  const qualities = photos.map(({ features }) => utilityOf(features));
  const curve = discardCurve(pairsOf(photos), qualities, border, shares);
  const all = curve[0];
  const fifth = curve.find(({ discarded }) => discarded === 0.2);
  const cut = all && fifth && 1 - fifth.missed / fifth.pairs / (all.missed / all.pairs);
  return [
    ...curve.map(({ discarded, missed, pairs }) => ({
      measure: `${title} (${photos.length}): false non-matches at a false match rate of 0.001, worst ${100 * discarded} % left out`,
      result: shareText(missed, pairs),
    })),
    {
      measure: `${title}: false non-matches saved by leaving out a fifth`,
      result: `${(100 * (cut ?? 0)).toFixed(0)} %`,
    },
  ];
}
