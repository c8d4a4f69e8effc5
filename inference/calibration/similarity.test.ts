import { describe, expect, it } from "vitest";
import { cosine } from "./cosine";
import { cosineOf, falseMatchRateOf, similarityAtFalseMatchRate, similarityOf } from "./similarity";

const steps = Array.from({ length: 201 }, (_, i) => i / 200);

describe("cosine", () => {
  it("is 1 for the same direction, 0 across, -1 for the opposite", () => {
    const [x, y] = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    expect([cosine(x, x), cosine(x, y), cosine(x, Float32Array.of(-1, 0))]).toEqual([1, 0, -1]);
  });

  it("refuses embeddings of two models", () => {
    expect(() => cosine(new Float32Array(128), new Float32Array(512))).toThrow(RangeError);
  });
});

describe("similarity", () => {
  it("stays within 0..1 and grows with the cosine, also beyond what rounding leaves of it", () => {
    expect(similarityOf(1.000001)).toBe(similarityOf(1));
    expect(similarityOf(1)).toBeGreaterThan(0.99);
    expect(similarityOf(-1)).toBeLessThan(0.01);
    const values = steps.map((step) => similarityOf(2 * step - 1));
    expect(values.every((value, i) => value >= (values[i - 1] ?? 0) && value <= 1)).toBe(true);
  });

  it("is undone by cosineOf", () => {
    for (const similarity of [0.05, 0.3, 0.5, 0.9])
      expect(similarityOf(cosineOf(similarity))).toBeCloseTo(similarity, 9);
    expect([cosineOf(0), cosineOf(1)]).toEqual([-1, 1]);
  });

  it("is one half where one in a thousand strangers passes", () => {
    expect(falseMatchRateOf(0.5) / 1e-3).toBeCloseTo(1, 2);
    expect(similarityAtFalseMatchRate(1e-3)).toBeCloseTo(0.5, 3);
  });
});

describe("false match rate", () => {
  it("falls as the similarity grows, from 1 to a floor above 0", () => {
    const rates = steps.map(falseMatchRateOf);
    expect(rates[0]).toBe(1);
    expect(rates.every((rate, i) => rate > 0 && rate <= (rates[i - 1] ?? 1))).toBe(true);
    expect(rates.at(-1)).toBeGreaterThanOrEqual(1e-8);
  });

  it("names the similarity that bounds a rate, and no higher one for a rate that was never measured", () => {
    for (const rate of [0.1, 1e-2, 1e-4]) {
      expect(falseMatchRateOf(similarityAtFalseMatchRate(rate)) / rate).toBeCloseTo(1, 6);
    }
    expect(similarityAtFalseMatchRate(1)).toBe(0);
    const highest = similarityAtFalseMatchRate(1e-12);
    expect(highest).toBe(similarityAtFalseMatchRate(1e-11));
    expect(highest).toBeLessThan(1);
    expect(falseMatchRateOf(highest)).toBe(falseMatchRateOf(1));
  });
});
