import { expect, test } from "vitest";
import { similarityAtFalseMatchRate } from "@/inference/calibration/similarity";
import { decide } from "./service";

const balanced = { decisionPolicy: "BALANCED", similarityMin: null } as const;

test("bounds the false accepts of one comparison, strictest last", () => {
  const policies = ["LENIENT", "BALANCED", "STRICT"] as const;
  const borders = policies.map(
    (decisionPolicy) =>
      decide({ similarity: 0.5, gallerySize: 1, settings: { decisionPolicy, similarityMin: null } }).similarityMin,
  );
  expect(borders).toEqual([1e-2, 1e-3, 1e-4].map(similarityAtFalseMatchRate));
  expect(borders).toEqual(borders.toSorted((a, b) => a - b));
});

test("matches from the border on and not below", () => {
  const border = similarityAtFalseMatchRate(1e-3);
  expect(decide({ similarity: border, gallerySize: 1, settings: balanced }).decision).toBe("match");
  expect(decide({ similarity: border - 1e-6, gallerySize: 1, settings: balanced }).decision).toBe("unknown");
});

test("asks for more in a larger gallery, so that the whole search keeps its bound", () => {
  const { similarityMin } = decide({ similarity: 0.5, gallerySize: 10, settings: balanced });
  const [alone, among] = [1, 10].map((gallerySize) =>
    decide({ similarity: similarityMin, gallerySize, settings: balanced }),
  );
  expect(similarityMin).toBeGreaterThan(similarityAtFalseMatchRate(1e-3));
  expect(alone?.falseAcceptRate).toBeCloseTo(1e-4, 7);
  expect(among?.falseAcceptRate).toBeCloseTo(1e-3, 5);
});

test("takes an empty gallery for one subject when it sets the border, and reports no false accepts there", () => {
  const { similarityMin, falseAcceptRate } = decide({ similarity: 0.4, gallerySize: 0, settings: balanced });
  expect(similarityMin).toBe(similarityAtFalseMatchRate(1e-3));
  expect(falseAcceptRate).toBeCloseTo(0, 12);
});

test("follows a similarity of the service's own, whatever the gallery", () => {
  const settings = { decisionPolicy: "CUSTOM", similarityMin: 0.8 } as const;
  expect(decide({ similarity: 0.8, gallerySize: 1e6, settings })).toMatchObject({
    decision: "match",
    similarityMin: 0.8,
  });
  expect(decide({ similarity: 0.79, gallerySize: 1, settings }).decision).toBe("unknown");
});
