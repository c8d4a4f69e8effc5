import { expect, it } from "vitest";
import { inEvenTime } from "./even-time";

function fakeClock() {
  let ms = 1000;
  return {
    nowMs: () => ms,
    wait: async (waited: number) => {
      ms += waited;
    },
    spend: (spent: number) => {
      ms += spent;
    },
  };
}

it.each([
  [3, 100],
  [99.5, 100],
  [101, 200],
])("work of %s ms is answered after %s ms", async (spent, answered) => {
  const clock = fakeClock();
  await inEvenTime(async () => clock.spend(spent), clock);
  expect(clock.nowMs()).toBe(1000 + answered);
});

it("waits as long for a failure", async () => {
  const clock = fakeClock();
  const failing = async () => {
    clock.spend(7);
    throw new Error("refused");
  };
  await expect(inEvenTime(failing, clock)).rejects.toThrow("refused");
  expect(clock.nowMs()).toBe(1100);
});
