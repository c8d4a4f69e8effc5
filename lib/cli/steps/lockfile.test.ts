import { expect, test } from "vitest";
import { lockfileProblems } from "./lockfile";

test("the lockfile serves every platform, with verified packages of the npm registry only", async () => {
  expect(await lockfileProblems()).toEqual([]);
});
