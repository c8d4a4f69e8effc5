import { describe, expect, it } from "vitest";
import { logger } from "@/lib/observability/logger";
import { jsonLines } from "./json-lines";

logger.level = "silent";

/** What was asked of the batches, in order. */
const told: string[] = [];

async function* batches() {
  try {
    for (const batch of [[1, 2], [3]]) {
      told.push(`batch of ${batch.length}`);
      yield batch;
    }
  } finally {
    told.push("end");
  }
}

describe("a file of JSON lines", () => {
  it("has each item on a line of its own", async () => {
    const response = jsonLines("numbers.jsonl", batches(), (n) => ({ n, text: "a\nb" }));
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="numbers.jsonl"');
    const lines = (await response.text()).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).n)).toEqual([1, 2, 3]);
  });

  it("asks for no batch before the client wants it, and for none when the client has gone", async () => {
    told.length = 0;
    const reader = jsonLines("numbers.jsonl", batches(), String).body?.getReader();
    expect(told).toEqual([]);
    await reader?.read();
    expect(told).toEqual(["batch of 2"]);
    await reader?.cancel();
    expect(told).toEqual(["batch of 2", "end"]);
  });

  it("breaks off when a batch cannot be read", async () => {
    async function* failing() {
      yield [1];
      throw new Error("the database is gone");
    }
    await expect(jsonLines("numbers.jsonl", failing(), String).text()).rejects.toThrow("the database is gone");
  });
});
