import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, expect, it } from "vitest";
import { makeReady } from "@/lib/wire/testing/harness";
import { ask } from "@/lib/wire/testing/image-api";
import { imageApiServices } from "@/lib/wire/threedivi/endpoints/services";
import { answers } from "./answers";
import { openApiDocument } from "./document";
import { operations } from "./operations";

beforeAll(makeReady);

it("is valid OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(openApiDocument)));
  expect([valid, errors]).toEqual([true, undefined]);
});

it("names every path that is served, and only those", async () => {
  const served = [...imageApiServices].flatMap(([name, paths]) =>
    Object.keys(paths).map((input) => `POST /${name}/process/${input}`),
  );
  expect(Object.keys(operations).sort()).toEqual(served.sort());
  for (const name of served) {
    const response = await ask(name.replace("POST /", ""), { method: "GET" });
    expect([name, response.status]).toEqual([name, 405]);
  }
});

/** Golden files by what their names begin with. */
const answerOf = {
  bodies: answers.body,
  gender: answers.gender,
  age: answers.age,
  emotion: answers.emotion,
  mask: answers.mask,
  fitter: answers.fitter,
  liveness: answers.liveness,
  template: answers.template,
  quality: answers.quality,
} as const;

it("describes the golden answers of the contract", async () => {
  const folder = path.resolve(import.meta.dirname, "../contract/golden");
  const files = await readdir(folder);
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const kind = Object.keys(answerOf).find((name) => file.startsWith(name)) as keyof typeof answerOf;
    const parsed = answerOf[kind].safeParse(JSON.parse(await readFile(path.join(folder, file), "utf8")));
    expect([file, parsed.error?.issues]).toEqual([file, undefined]);
  }
});
