import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import type { Command } from "./command";
import { parseFlags, readFlags } from "./parse-flags";

const command: Command = {
  summary: "",
  requiredFlags: ["name"],
  optionalFlags: ["api-key"],
  run: async () => ({ output: null, exitCode: 0 }),
};

const schema = z.strictObject({ name: z.string(), apiKey: z.string().min(4, "must be longer").optional() });
const names = { name: "name", apiKey: "api-key" } as const;

function problemOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("readFlags", () => {
  it("takes a value after a blank or an equals sign", () => {
    expect(readFlags(["--name", "a b", "--api-key=-x"], command)).toEqual({ name: "a b", "api-key": "-x" });
  });

  it.each([[["--all", "1"]], [["stray"]], [["--name"]], [["--name", "--api-key", "x"]]])("refuses %j", (args) => {
    expect(problemOf(() => readFlags(args, command)).code).toBe("invalid_request");
  });
});

describe("parseFlags", () => {
  it("gives the members of the schema", () => {
    expect(parseFlags(schema, { name: "a", "api-key": "long" }, names)).toEqual({ name: "a", apiKey: "long" });
    expect(parseFlags(schema, { name: "a" }, names)).toEqual({ name: "a" });
  });

  it("names every wrong flag as it is typed and shows no value", () => {
    const { message, fields } = problemOf(() => parseFlags(schema, { "api-key": "xyz" }, names));
    expect(fields).toEqual([
      { name: "--name", detail: "is required" },
      { name: "--api-key", detail: "must be longer" },
    ]);
    expect(message).not.toContain("xyz");
  });
});
