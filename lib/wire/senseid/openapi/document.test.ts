import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { failure, measurement } from "./answers";
import { openApiDocument } from "./document";

it("is valid OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(openApiDocument)));
  expect([valid, errors]).toEqual([true, undefined]);
});

it("describes the golden answers of the contract", async () => {
  const folder = path.resolve(import.meta.dirname, "../contract/golden");
  const files = await readdir(folder);
  expect(files.length).toBeGreaterThan(4);
  for (const file of files) {
    const text = await readFile(path.join(folder, file), "utf8");
    const answer = JSON.parse(text);
    const schema = answer.code === 1000 ? measurement : failure;
    expect([file, schema.safeParse(answer).error?.issues]).toEqual([file, undefined]);
  }
});
