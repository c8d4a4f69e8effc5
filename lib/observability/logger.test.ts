import { describe, expect, it } from "vitest";
import { createLogger } from "./logger";

describe("logger", () => {
  it("never writes credentials, embeddings or names, also one level down", () => {
    const lines: string[] = [];
    const log = createLogger({ write: (line) => void lines.push(line) });
    log.info({
      "x-api-key": "k1",
      password: "p1",
      service: { apiKey: "k2" },
      face: { embedding: [0.25], subject: "Tom" },
    });
    const text = lines.join("");
    for (const secret of ["k1", "p1", "k2", "0.25", "Tom"]) expect(text).not.toContain(secret);
    expect(text).toContain("[redacted]");
  });

  it("writes one JSON object a line with the level as a word", () => {
    const lines: string[] = [];
    createLogger({ write: (line) => void lines.push(line) }).warn({ event: "request" });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "warn", event: "request" });
  });
});
