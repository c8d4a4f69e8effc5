import type { EmbeddedPhoto } from "@/bench/accuracy/embed-photos";
import { pairPhotosOfPeople } from "@/bench/accuracy/people-photos";
import { type CosineHistogram, compareStrangers } from "@/bench/accuracy/stranger-histogram";
import { cosine } from "@/inference/calibration/cosine";

export interface Knot {
  readonly cosine: number;
  readonly rate: number;
}

export interface Calibration {
  /** The distance of vectors at similarity 0.5, and the slope there. */
  readonly logistic: { readonly distance: number; readonly slope: number };
  /** Falling: shares of strangers at or above a cosine. */
  readonly falseMatchRates: readonly Knot[];
  /** Rising: shares of the same people below a cosine. */
  readonly falseNonMatchRates: readonly Knot[];
  readonly strangerPairs: number;
  readonly samePairs: number;
}

const borderRate = 1e-3;
/** A rate counts as measured while at least so many pairs lie beyond its cosine. */
const pairsMin = 30;
/** Decades beyond the last measured rate that the table dares to go. */
const extrapolatedDecades = 1.5;
const pairsOfPersonMax = 20;

/** Similarities from photos with names: every pair of strangers, and up to 20 pairs of each person. */
export function calibrateSimilarity(photos: readonly EmbeddedPhoto[]): Calibration {
  const strangers = compareStrangers(
    photos.map(({ vector }) => vector),
    photos.map(({ person }) => person),
  );
  const same = pairPhotosOfPeople(photos, pairsOfPersonMax).map(([a, b]) => cosine(a.vector, b.vector));
  const border = strangers.thresholdAt(borderRate);
  const slope = fitSlope(distanceOf(border), same.map(distanceOf), sampleStrangers(strangers).map(distanceOf));
  return {
    logistic: { distance: round(distanceOf(border)), slope: round(slope) },
    falseMatchRates: tabulate(strangers),
    falseNonMatchRates: tabulateSame(same),
    strangerPairs: strangers.count,
    samePairs: same.length,
  };
}

/** The slope that makes the likeliest answers, same and different weighing alike; the border stays where it is. */
function fitSlope(border: number, same: readonly number[], different: readonly number[]): number {
  const loss = (slope: number) => {
    const mean = (values: readonly number[], sign: number) =>
      values.reduce((sum, distance) => sum + Math.log1p(Math.exp(2 * slope * sign * (distance - border))), 0) /
      values.length;
    return mean(same, 1) + mean(different, -1);
  };
  let [low, high] = [0.1, 100];
  while (high - low > 1e-4) {
    const third = (high - low) / 3;
    if (loss(low + third) < loss(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}

/** Cosines at evenly spaced ranks, which stand for all. */
function sampleStrangers(strangers: CosineHistogram): number[] {
  const count = 2000;
  return Array.from({ length: count }, (_, i) => strangers.thresholdAt((i + 0.5) / count));
}

/** Four points a decade as far as measured; beyond, the line of the last measured decade, down to the floor. */
function tabulate(strangers: CosineHistogram): Knot[] {
  const measuredMin = pairsMin / strangers.count;
  const knots: Knot[] = [{ cosine: -1, rate: 1 }];
  for (let step = 1; 10 ** (-step / 4) >= measuredMin; step++) {
    const rate = 10 ** (-step / 4);
    knots.push({ cosine: round(strangers.thresholdAt(rate)), rate: Number(rate.toPrecision(6)) });
  }
  const [before, last] = [knots.at(-5), knots.at(-1)];
  if (!before || !last) throw new RangeError("Too few photos of different people to measure a false match rate.");
  const perDecade = (last.cosine - before.cosine) / Math.log10(before.rate / last.rate);
  const floor = last.cosine + perDecade * extrapolatedDecades;
  return [
    ...knots,
    { cosine: round(Math.min(1, floor)), rate: Number((last.rate * 10 ** -extrapolatedDecades).toPrecision(6)) },
  ];
}

/** Four points a decade towards both ends, as far as measured; at a cosine of 1 nobody is found alike enough. */
function tabulateSame(same: readonly number[]): Knot[] {
  const rising = same.toSorted((a, b) => a - b);
  const rates: number[] = [];
  for (let step = 2; 10 ** (-step / 4) >= pairsMin / same.length; step++) rates.push(10 ** (-step / 4));
  const all = [...rates.toReversed(), 0.5, ...rates.map((rate) => 1 - rate)];
  const knots = all.map((rate) => ({
    cosine: round(rising[Math.floor(rate * rising.length)] as number),
    rate: Number(rate.toPrecision(6)),
  }));
  return [...knots, { cosine: 1, rate: 1 }];
}

function distanceOf(cosine: number): number {
  return Math.sqrt(Math.max(0, 2 - 2 * cosine));
}

function round(value: number): number {
  return Number(value.toFixed(6));
}
