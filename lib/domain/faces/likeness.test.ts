import { expect, it } from "vitest";
import { similaritiesToOthers } from "./likeness";

const direction = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

it("tells the odd one from those that are alike", () => {
  const [one, two, three, odd] = similaritiesToOthers([0, 5, 10, 50].map(direction));
  expect(Math.min(one!, two!, three!)).toBeGreaterThan(0.5);
  expect(odd!).toBeLessThan(0.5);
});

it("lets two odd ones not vouch for each other", () => {
  const similarities = similaritiesToOthers([0, 2, 4, 6, 8, 60, 62].map(direction));
  expect(similarities.slice(5).every((similarity) => similarity! < 0.5)).toBe(true);
});

it("says nothing of a face without others, or whose others cancel each other out", () => {
  expect(similaritiesToOthers([direction(0)])).toEqual([null]);
  expect(similaritiesToOthers([direction(0), direction(90), direction(270)])[0]).toBeNull();
  expect(similaritiesToOthers([])).toEqual([]);
});
