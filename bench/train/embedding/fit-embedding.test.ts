import { describe, expect, it } from "vitest";
import { calibrateSimilarity } from "./calibrate-similarity";
import { findPrincipalComponents } from "./principal-components";

describe("findPrincipalComponents", () => {
  it("finds the directions of largest variance, the largest first", () => {
    const rows = Array.from({ length: 400 }, (_, i) =>
      Float32Array.of(3 * Math.sin(i), 5 + 10 * Math.cos(i * 1.7), 0.1 * Math.sin(i * 2.3), 0.05 * Math.cos(i * 0.9)),
    );
    const { mean, directions, variances } = findPrincipalComponents(rows, 2);
    expect(mean[1]).toBeCloseTo(5, 1);
    expect(Math.abs(directions[0]?.[1] ?? 0)).toBeCloseTo(1, 2);
    expect(Math.abs(directions[1]?.[0] ?? 0)).toBeCloseTo(1, 2);
    expect(variances[0]).toBeCloseTo(50, 0);
    expect(variances[1]).toBeCloseTo(4.5, 0);
  });
});

describe("calibrateSimilarity", () => {
  /** Two photos each of people spread over a circle: the same lie 0.01 rad apart, strangers anywhere. */
  const photos = Array.from({ length: 800 }, (_, i) => {
    const angle = Math.floor(i / 2) * 2.4 + (i % 2) * 0.01;
    return { person: String(i >> 1), vector: Float32Array.of(Math.cos(angle), Math.sin(angle)) };
  });

  it("puts the border where one in a thousand strangers lies above, and falls monotonically", () => {
    const { logistic, falseMatchRates, falseNonMatchRates, strangerPairs, samePairs } = calibrateSimilarity(photos);
    expect(samePairs).toBe(400);
    expect(strangerPairs).toBe((800 * 799) / 2 - 400);
    // Strangers' angles are spread evenly, so one in a thousand lies within pi/1000.
    expect(logistic.distance).toBeGreaterThan(0);
    expect(logistic.distance).toBeLessThan(0.01);
    expect(logistic.slope).toBeGreaterThan(0);
    for (const [i, knot] of falseMatchRates.entries()) {
      expect(knot.cosine).toBeGreaterThanOrEqual(falseMatchRates[i - 1]?.cosine ?? -1);
      expect(knot.rate).toBeLessThanOrEqual(falseMatchRates[i - 1]?.rate ?? 1);
    }
    expect(falseNonMatchRates.length).toBeGreaterThan(6);
    expect(falseNonMatchRates.at(-1)).toEqual({ cosine: 1, rate: 1 });
    for (const [i, knot] of falseNonMatchRates.entries()) {
      expect(knot.cosine).toBeGreaterThanOrEqual(falseNonMatchRates[i - 1]?.cosine ?? -1);
      expect(knot.rate).toBeGreaterThan(falseNonMatchRates[i - 1]?.rate ?? 0);
    }
  });
});
