import { describe, expect, it } from "vitest";
import { pairPhotosOfPeople } from "./people-photos";
import { compareStrangers } from "./stranger-histogram";
import { accuracyOfFolds, equalErrorRate, thresholdAt, wilsonInterval } from "./verification-metrics";

const pair = (cosine: number, isSame: boolean, fold = 0) => ({ cosine, isSame, fold });

describe("verification metrics", () => {
  it("judge each fold by a threshold that is chosen on the others", () => {
    const easy = [pair(0.9, true, 0), pair(0.1, false, 0), pair(0.8, true, 1), pair(0.2, false, 1)];
    expect(accuracyOfFolds(easy)).toEqual([1, 1]);
    // The other fold's border lies near 0.85, above this fold's true pair.
    const shifted = [pair(0.9, true, 0), pair(0.8, false, 0), pair(0.7, true, 1), pair(0.1, false, 1)];
    expect(accuracyOfFolds(shifted)).toEqual([0.5, 0.5]);
  });

  it("find the threshold that a share of strangers exceeds", () => {
    const strangers = Array.from({ length: 100 }, (_, i) => i / 100);
    const threshold = thresholdAt(0.1, strangers);
    expect(strangers.filter((value) => value > threshold)).toHaveLength(10);
  });

  it("give equal errors of 0 for separable pairs and a half for reversed halves", () => {
    expect(equalErrorRate([pair(0.9, true), pair(0.8, true), pair(0.2, false)])).toBe(0);
    expect(equalErrorRate([pair(0.1, true), pair(0.9, true), pair(0.2, false), pair(0.95, false)])).toBe(0.5);
  });

  it("give Wilson's interval, which stays inside 0..1", () => {
    const [low, high] = wilsonInterval(50, 100);
    expect([low, high].map((value) => value.toFixed(4))).toEqual(["0.4038", "0.5962"]);
    expect(wilsonInterval(10, 10)[1]).toBeLessThanOrEqual(1 + 1e-12);
  });
});

describe("all pairs of strangers", () => {
  it("count only pairs of different people, and how many lie above a cosine", () => {
    const [x, y, diagonal] = [
      Float32Array.of(1, 0),
      Float32Array.of(0, 1),
      Float32Array.of(Math.SQRT1_2, Math.SQRT1_2),
    ];
    const histogram = compareStrangers([x, x, y, diagonal], ["a", "a", "b", "c"]);
    expect(histogram.count).toBe(5);
    expect(histogram.countFrom(0.5)).toBe(3);
    expect(histogram.thresholdAt(0.5)).toBeCloseTo(Math.SQRT1_2, 4);
  });

  it("leave at most so many pairs of one person, evenly from all", () => {
    const photos = Array.from({ length: 10 }, (_, i) => ({ person: "a", i }));
    const pairs = pairPhotosOfPeople(photos, 5);
    expect(pairs).toHaveLength(5);
    expect(new Set(pairs.map(([first]) => first.i)).size).toBeGreaterThan(2);
  });
});
