import { describe, expect, it } from "vitest";
import { addTallies, emptyTally, latencyBoundsMs, quantileMs, tallyOf } from "./tally";

const timed = (times: readonly number[]) =>
  times.map((ms) => tallyOf({ status: 200, ms })).reduce(addTallies, emptyTally);

describe("a tally", () => {
  it("counts answers from 400 on as errors", () => {
    const tally = [200, 204, 399, 400, 404, 499, 500, 503]
      .map((status) => tallyOf({ status, ms: 1 }))
      .reduce(addTallies);
    expect(tally).toMatchObject({ count: 8, errors: 5, latencyCounts: [8] });
  });

  it("counts a time on a bound below it, and beyond the last bound in a bucket of its own", () => {
    expect(tallyOf({ status: 200, ms: 5 }).latencyCounts).toEqual([1]);
    expect(tallyOf({ status: 200, ms: 5.01 }).latencyCounts).toEqual([0, 1]);
    expect(tallyOf({ status: 200, ms: 60_001 }).latencyCounts).toHaveLength(latencyBoundsMs.length + 1);
  });
});

describe("a quantile", () => {
  it("lies between the bounds of its bucket, as far in as its rank", () => {
    const tally = { count: 100, errors: 0, latencyCounts: [0, 0, 0, 0, 0, 0, 90, 10], msMax: 150 };
    expect(quantileMs(tally, 0.5)).toBe(89);
    expect(quantileMs(tally, 0.95)).toBe(125);
  });

  it("is never above the longest request, not even beyond the last bound", () => {
    expect(quantileMs(timed([101]), 0.95)).toBe(101);
    expect(quantileMs(timed([61_000, 90_000]), 0.95)).toBe(88_500);
  });

  it("is not there without requests, nor for hours that were only counted", () => {
    expect(quantileMs(emptyTally, 0.5)).toBeNull();
    expect(quantileMs({ count: 7, errors: 0, latencyCounts: [], msMax: 0 }, 0.5)).toBeNull();
  });
});
