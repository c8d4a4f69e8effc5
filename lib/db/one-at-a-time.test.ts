import { expect, it } from "vitest";
import { oneAtATime } from "./one-at-a-time";

it("runs work of one name in its order, whatever became of the work before, and does not hold up others", async () => {
  const steps: string[] = [];
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const first = oneAtATime("a", async () => {
    await gate;
    steps.push("first");
    throw new Error("failed");
  });
  const second = oneAtATime("a", async () => steps.push("second"));
  await oneAtATime("b", async () => steps.push("other"));
  release();
  await expect(first).rejects.toThrow("failed");
  await second;
  expect(steps).toEqual(["other", "first", "second"]);
});
