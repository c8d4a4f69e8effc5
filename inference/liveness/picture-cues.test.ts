import { expect, it } from "vitest";
import { colourCues, cueSidePx, cueSpectrum, finenessOf, frameCue, moireOf } from "./picture-cues";

/** A picture whose every pixel is a grey of its place. */
function draw(greyAt: (x: number, y: number) => number): Uint8Array {
  return Uint8Array.from({ length: cueSidePx ** 2 * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    return greyAt(pixel % cueSidePx, Math.floor(pixel / cueSidePx));
  });
}

/** Texture without any direction or period: a linear congruential generator's upper bits. */
let state = 1;
const speckles = Array.from({ length: cueSidePx ** 2 }, () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return 108 + (state >>> 24) / 6;
});
const noise = (x: number, y: number) => speckles[y * cueSidePx + x] ?? 0;

it("finds the pattern of a screen in a picture, however weak it looks", () => {
  const plain = draw(noise);
  const screen = draw((x, y) => noise(x, y) + 12 * Math.sin((2 * Math.PI * (x * 30 + y * 12)) / cueSidePx));
  expect(moireOf(cueSpectrum(screen))).toBeGreaterThan(moireOf(cueSpectrum(plain)) + 0.5);
});

it("calls noise finer than a slope", () => {
  const [grain, slope] = [draw(noise), draw((x, y) => x + y)].map((picture) => finenessOf(cueSpectrum(picture)));
  expect(grain).toBeGreaterThan((slope ?? Number.NaN) + 1);
});

it("finds the edges of a sheet on both sides of a face, and none in a plain picture", () => {
  const sheet = draw((x) => (x > 20 && x < 108 ? 220 : 60));
  expect(frameCue(sheet)).toBeGreaterThan(1.5);
  expect(frameCue(draw(() => 90))).toBe(0);
});

it("sees no colours in grey and blown-out light in white", () => {
  const [blue, red, saturation, bright] = colourCues(draw(() => 255));
  expect([blue, red, saturation]).toEqual([0, 0, 0]);
  expect(bright).toBeCloseTo(Math.log(10.01), 6);
});
