import { expect, it } from "vitest";
import { spectrumOf } from "./spectrum";

const sidePx = 16;
const grey = Uint8Array.from({ length: sidePx ** 2 }, (_, i) => (i * i * 7 + i * 31) % 251);
const fade = (i: number) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / sidePx);
const mean = grey.reduce((sum, value) => sum + value, 0) / grey.length;

/** One frequency as its definition says. */
function magnitudeAt(u: number, v: number): number {
  let [real, imaginary] = [0, 0];
  for (const [i, value] of grey.entries()) {
    const [x, y] = [i % sidePx, Math.floor(i / sidePx)];
    const angle = (-2 * Math.PI * (u * x + v * y)) / sidePx;
    real += (value - mean) * fade(x) * fade(y) * Math.cos(angle);
    imaginary += (value - mean) * fade(x) * fade(y) * Math.sin(angle);
  }
  return Math.hypot(real, imaginary);
}

it("gives the magnitude of each frequency up to half the side, and none of those that repeat them", () => {
  const magnitudes = spectrumOf(grey, sidePx);
  for (let v = 0; v < sidePx; v++) {
    for (let u = 0; u < sidePx; u++) {
      const wanted = u <= sidePx / 2 ? magnitudeAt(u, v) : 0;
      expect(magnitudes[v * sidePx + u]).toBeCloseTo(wanted, 6);
    }
  }
});
