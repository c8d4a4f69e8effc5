import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reportSection } from "./report";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "mien-report-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("shows what the last run gave where it differs, and keeps the table and the figures", async () => {
  const time = { measure: "time", result: "3 ms" };
  const first = await reportSection("sample", [{ measure: "right", result: "90 %" }, time], folder);
  expect(first).toBe("| measure | result |\n| --- | --- |\n| right | 90 % |\n| time | 3 ms |\n");
  const second = await reportSection("sample", [{ measure: "right", result: "91 %" }, time], folder);
  expect(second).toContain("| right | 91 % | 90 % |\n| time | 3 ms |  |");
  expect(await readFile(path.join(folder, "sample.md"), "utf8")).toBe(second);
  expect(JSON.parse(await readFile(path.join(folder, "sample.json"), "utf8"))).toMatchObject({
    figures: [{ measure: "right", result: "91 %" }, time],
  });
});
