import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { wireRoutes } from "@/lib/wire/base-url";
import { makeReady } from "@/lib/wire/testing/harness";
import { answers } from "./answers";
import { openApiDocument } from "./document";
import { operations } from "./operations";

beforeAll(makeReady);

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Of APIs of our own, which are described elsewhere. */
const own = ["/api/v1/liveness/", "/api/v1/quality/"];

/** Methods that a path's refusal of a method which nothing has would name. */
async function supportedMethods(pattern: string): Promise<string[]> {
  const handlers = wireRoutes.get(pattern);
  const refusal = await handlers?.PATCH(new Request("http://localhost:8000/", { method: "PATCH" }));
  const allowed = refusal?.headers.get("allow")?.split(", ") ?? [];
  return allowed.filter((method) => (methods as readonly string[]).includes(method));
}

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(openApiDocument)));
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, "3.1"]);
  });

  it("names every operation of the wire, and only those", async () => {
    const served = await Promise.all(
      [...wireRoutes.keys()]
        .filter((pattern) => pattern.startsWith("/api/v1/") && !own.some((start) => pattern.startsWith(start)))
        .map(async (pattern) => (await supportedMethods(pattern)).map((method) => `${method} ${pattern}`)),
    );
    expect(Object.keys(operations).sort()).toEqual(served.flat().sort());
  });

  it("tells parameters by their types and whether they have to be there", () => {
    const parameters = [
      { name: "det_prob_threshold", in: "query", required: false, schema: { type: "number", maximum: 1 } },
      { name: "subject", in: "query", required: true, schema: { type: "string" } },
      { name: "Idempotency-Key", in: "header", required: false },
    ];
    expect(openApiDocument.paths["/api/v1/recognition/faces"]).toMatchObject({ post: { parameters } });
  });
});

const folder = path.resolve(import.meta.dirname, "../contract/golden");
const answerOf = {
  detect: answers.detection,
  recognize: answers.recognition,
  "verify-face": answers.storedVerification,
  verify: answers.verification,
  job: answers.job,
  jobs: answers.jobs,
  "job-items": answers.jobItems,
} as const;

it("describes the golden answers of the contract", async () => {
  const files = (await readdir(folder)).filter((file) => file.endsWith(".response.json"));
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const kind = Object.keys(answerOf)
      .toSorted((a, b) => b.length - a.length)
      .find((name) => file.startsWith(name));
    const schema = answerOf[(kind ?? "detect") as keyof typeof answerOf];
    const parsed = schema.safeParse(JSON.parse(await readFile(path.join(folder, file), "utf8")));
    expect([file, parsed.error?.issues]).toEqual([file, undefined]);
  }
});
