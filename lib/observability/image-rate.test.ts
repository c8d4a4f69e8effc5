import { expect, it } from "vitest";
import { RateMeter } from "./image-rate";

it("tells the mean of the last minute, and forgets what is older", () => {
  const meter = new RateMeter();
  meter.add(30, 1_000_000);
  meter.add(4, 1_030_500);
  meter.add(26, 1_030_900);
  expect(meter.perSecond(1_031_000)).toBe(1);
  expect(meter.perSecond(1_059_999)).toBe(1);
  expect(meter.perSecond(1_060_000)).toBe(0.5);
  expect(meter.perSecond(1_091_000)).toBe(0);
});
