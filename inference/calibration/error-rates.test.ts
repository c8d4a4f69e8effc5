import { describe, expect, it } from "vitest";
import { errorRatesAt, knownCosineMax } from "./error-rates";
import { rateAt } from "./rate-table";
import { falseMatchRateOf, similarityOf } from "./similarity";

const falseMatchRateAt = (cosine: number) => errorRatesAt(cosine).falseMatchRate;
const falseNonMatchRateAt = (cosine: number) => errorRatesAt(cosine).falseNonMatchRate;
const cosines = Array.from({ length: 401 }, (_, i) => i / 200 - 1);

describe("rateAt", () => {
  const knots = [
    { cosine: 0.2, rate: 1 },
    { cosine: 0.4, rate: 0.01 },
  ];

  it("goes through the knots and between them along a line in log space", () => {
    expect([0.2, 0.4].map((cosine) => rateAt(knots, cosine))).toEqual([1, 0.01]);
    expect(rateAt(knots, 0.3)).toBeCloseTo(0.1, 12);
  });

  it("keeps the rates of its ends beyond them", () => {
    expect([-1, 0.1, 0.5, 1].map((cosine) => rateAt(knots, cosine))).toEqual([1, 1, 0.01, 0.01]);
  });
});

describe("the measured error rates", () => {
  it("fall for strangers and grow for the same person, within 0 and 1", () => {
    const [strangers, same] = [cosines.map(falseMatchRateAt), cosines.map(falseNonMatchRateAt)];
    for (const [i, rate] of strangers.entries()) expect(rate).toBeLessThanOrEqual(strangers[i - 1] ?? 1);
    for (const [i, rate] of same.entries()) expect(rate).toBeGreaterThanOrEqual(same[i - 1] ?? 0);
    expect(Math.min(...strangers, ...same)).toBeGreaterThan(0);
    expect([falseMatchRateAt(-1), falseNonMatchRateAt(1)]).toEqual([1, 1]);
  });

  it("agree with the rate of a similarity", () => {
    for (const cosine of [0.8, 0.87, 0.9, 0.93]) {
      expect(falseMatchRateOf(similarityOf(cosine)) / falseMatchRateAt(cosine)).toBeCloseTo(1, 6);
    }
  });

  it("know strangers no further than the table goes", () => {
    expect(falseMatchRateAt(knownCosineMax())).toBe(falseMatchRateAt(1));
    expect(falseMatchRateAt(knownCosineMax() - 0.001)).toBeGreaterThan(falseMatchRateAt(1));
  });
});
