import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type AlcheraPath, failureOf, filesForm, golden, post, textOf } from "@/lib/wire/testing/alchera-app";
import { answerWith, asked, keys, makeReady } from "@/lib/wire/testing/harness";
import { analysisOfFaces, emptyAnalysis } from "@/lib/wire/testing/sample-analysis";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));
// So that the golden answer does not change with the next fit of the calibration.
vi.mock("@/lib/domain/aligned-faces/rate-score", () => ({ rateScoreOf: (cosine: number) => (1 + cosine) / 2.5 }));

const model = { numbers: 4, tag: "embedding-4" };
const aligned = (degrees: number) => ({ ...analysisOfFaces([degrees], model), width: 112, height: 112 });
const faceless = { ...emptyAnalysis, width: 112, height: 112 };
const large = { ...aligned(0), width: 113 };
const file = new Uint8Array([0xff, 0xd8, 0xff]);

beforeAll(makeReady);
beforeEach(() => answerWith(aligned(0), aligned(60)));

const compare = (
  files = { image_a: file, image_b: file } as Record<string, Uint8Array>,
  path: AlcheraPath = "similarity/v2",
) => post(path, { key: keys.verification, body: filesForm(files) });

describe("POST /similarity/v2 answers", () => {
  it("as the golden file, and so does /similarity", async () => {
    const response = await compare();
    expect(response.status).toBe(200);
    expect(await textOf(response)).toBe(await golden("similarity"));
    expect(asked.map(({ options }) => options)).toEqual(
      Array.from({ length: 2 }, () => ({ features: ["embedding"], alignedPicture: true })),
    );
    answerWith(aligned(0), aligned(60));
    expect(await textOf(await compare(undefined, "similarity"))).toBe(await golden("similarity"));
  });

  it("to the bare pixels that /alignedfaces gives, as to a bitmap of them", async () => {
    const pixels = new Uint8Array(112 * 112 * 3).fill(200);
    pixels.set([10, 20, 30]);
    await compare({ image_a: pixels, image_b: file });
    const bitmap = Buffer.from(asked[0]?.bytes ?? []);
    expect(bitmap.toString("latin1", 0, 2)).toBe("BM");
    expect([...bitmap.subarray(54, 57)]).toEqual([30, 20, 10]);
    expect([...(asked[1]?.bytes ?? [])]).toEqual([...file]);
  });
});

describe("POST /similarity/v2 refuses", () => {
  it.each([
    ["a picture of another size", [large, aligned(0)], 400, "INF-05"],
    ["another size of the second", [aligned(0), large], 400, "INF-05"],
    ["another size without a face", [{ ...faceless, height: 90 }, aligned(0)], 400, "INF-05"],
    ["a picture without a face", [aligned(0), faceless], 400, "INF-17"],
    ["what is no picture", ["image_unsupported", aligned(0)], 400, "INF-04"],
    ["the first picture for its own fault", ["image_unreadable", large], 400, "INF-04"],
  ] as const)("%s", async (_what, [a, b], status, code) => {
    answerWith(a, b);
    expect(await failureOf(compare())).toEqual([status, code]);
  });

  it.each([{ image_a: file }, { image_b: file }, {}, { image_a: file, image_b: new Uint8Array() }])(
    "a form without both files",
    async (files) => {
      expect(await failureOf(compare(files as Record<string, Uint8Array>))).toEqual([400, "INF-03"]);
    },
  );

  it("what is no form, a broken form and too large a file", async () => {
    const { verification: key } = keys;
    expect(await failureOf(post("similarity/v2", { key, body: "x", type: "image/jpeg" }))).toEqual([400, "INF-01"]);
    expect(await failureOf(post("similarity/v2", { key, body: "x", type: "multipart/form-data; boundary=b" }))).toEqual(
      [400, "INF-01"],
    );
    const tooLarge = new Uint8Array(6 * 1024 * 1024);
    expect(await failureOf(compare({ image_a: tooLarge, image_b: file }))).toEqual([413, "INF-01"]);
    expect(asked).toEqual([]);
  });
});
