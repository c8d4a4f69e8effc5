import { describe, expect, it } from "vitest";
import { isGolden, recordOutput } from "./golden-output";

const values = Float32Array.from({ length: 40 }, (_, i) => Math.sin(i) * 8);

describe("a golden output", () => {
  const golden = recordOutput(values);

  it("is accepted again, and with the rounding of another CPU", () => {
    expect(isGolden(values, golden)).toBe(true);
    expect(
      isGolden(
        values.map((value) => value * 1.0001),
        golden,
      ),
    ).toBe(true);
  });

  it("is refused when values are off by more than a thousandth of the largest", () => {
    expect(
      isGolden(
        values.map((value) => value + 0.02),
        golden,
      ),
    ).toBe(false);
  });

  it("is refused when the number of values differs or one is not a number", () => {
    expect(isGolden(values.subarray(1), golden)).toBe(false);
    expect(isGolden(Float32Array.of(Number.NaN), recordOutput(Float32Array.of(1)))).toBe(false);
  });

  it("keeps every value of a short output and sixteen of a long one", () => {
    expect(recordOutput(Float32Array.of(0.5, -2)).samples).toEqual([0.5, -2]);
    expect(golden).toMatchObject({ length: 40, samples: { length: 16 } });
  });

  it("tolerates the error of a sigmoid near zero", () => {
    expect(isGolden(Float32Array.of(2.59e-5), recordOutput(Float32Array.of(2.58e-5)))).toBe(true);
  });
});
