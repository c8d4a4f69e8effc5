import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { answers, failure } from "./answers";
import { openApiDocument } from "./document";

const returnMsg = { return_code: "INF-00", return_msg: "OK." };
const box = { x: 117.23624, y: 247.9227, width: 202.05891, height: 202.05891 };

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(openApiDocument)));
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it("describes the golden answers of the contract", async () => {
    const folder = path.resolve(import.meta.dirname, "../contract/golden");
    const files = await readdir(folder);
    expect(files.length).toBe(Object.keys(answers).length);
    for (const name of files) {
      const schema = answers[name.split(".")[0] as keyof typeof answers];
      const parsed = schema.safeParse(JSON.parse(await readFile(path.join(folder, name), "utf8")));
      expect([name, parsed.error?.issues]).toEqual([name, undefined]);
    }
  });

  it.each([
    [
      answers.faces,
      {
        count: 1,
        faces: [
          {
            box,
            landmark: { lm_points: Array.from({ length: 106 }, () => ({ x: 111.12232, y: 277.64584 })) },
            pose: { yaw: -3.6446712, pitch: 14.918827, roll: 0.8090107 },
          },
        ],
        return_msg: returnMsg,
      },
    ],
    [
      answers.alignedfaces,
      {
        count: 1,
        aligned_faces: [{ box, image_height: 112, image_width: 112, image_channel: 3, image_data: "SVlgTVphS1dfTVxN" }],
        return_msg: returnMsg,
      },
    ],
    [answers.similarity, { similarity: 0.6020877, return_msg: returnMsg }],
    [answers.multiframe, { confidence: 0.74912024, return_msg: returnMsg }],
    [failure, { return_msg: { return_code: "INF-26", return_msg: "API Server has expired" } }],
  ])("has room for the examples of the vendor's document", (schema, example) => {
    expect(schema.safeParse(example).error?.issues).toBeUndefined();
  });
});
