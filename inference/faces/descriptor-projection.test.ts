import { describe, expect, it } from "vitest";
import { encodeProjection, readProjection } from "./descriptor-projection";

const mean = Float64Array.of(1, 2, 3, 4);
const rows = [Float64Array.of(1, 0, 0, 0), Float64Array.of(0, -0.5, 0, 0.25)];
const file = { version: "test-1", recipe: "by hand", weight: 1, ...encodeProjection(mean, rows) };

describe("a projection of features", () => {
  it("centres, projects and scales to length 1, as closely as a byte a weight allows", () => {
    const [x = 0, y = 0] = readProjection(file)(Float32Array.of(4, 4, 3, 12));
    expect(Math.hypot(x, y)).toBeCloseTo(1, 6);
    expect(x / y).toBeCloseTo(3 / (-0.5 * 2 + 0.25 * 8), 1);
  });

  it("refuses features of another length and a file that lost weights", () => {
    expect(() => readProjection(file)(new Float32Array(3))).toThrow(/takes 4 features/);
    expect(() => readProjection({ ...file, components: 3 })).toThrow(/weights/);
  });
});
