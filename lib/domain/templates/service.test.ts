import { describe, expect, it } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { directionOf } from "@/lib/wire/testing/sample-analysis";
import { compareTemplates } from "./service";
import { packTemplate, unpackTemplate } from "./utils";

const { tag, numbers } = embeddingModel;
const templateAt = (degrees: number, modelTag = tag) =>
  packTemplate({ modelTag, embedding: directionOf(degrees, numbers) });
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe("A template", () => {
  it("holds the model's tag and every number, whatever the tag's length", () => {
    for (const modelTag of ["", "a", "abcd", "recognition-1+größe"]) {
      const embedding = Float32Array.from([0.5, -0.25, 1e-8]);
      const bytes = packTemplate({ modelTag, embedding });
      expect(bytes.length % 4).toBe(0);
      expect(unpackTemplate(bytes)).toEqual({ modelTag, embedding });
    }
  });

  it("can be read where it stands within other bytes", () => {
    const bytes = templateAt(10);
    const around = new Uint8Array(bytes.length + 3);
    around.set(bytes, 3);
    expect(unpackTemplate(around.subarray(3))).toEqual(unpackTemplate(bytes));
  });

  it("is refused with any one bit changed, cut at any place or with a byte too many", () => {
    const bytes = packTemplate({ modelTag: "m-1", embedding: Float32Array.from([0.5, 0.5]) });
    for (let at = 0; at < bytes.length * 8; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7));
      expect(codeOf(() => unpackTemplate(changed))).toMatchObject({ code: "invalid_request" });
    }
    for (let length = 0; length < bytes.length; length++) {
      expect(codeOf(() => unpackTemplate(bytes.subarray(0, length)))).toMatchObject({ code: "invalid_request" });
    }
    expect(codeOf(() => unpackTemplate(Uint8Array.from([...bytes, 0])))).toMatchObject({ code: "invalid_request" });
  });
});

describe("Comparing templates", () => {
  it("finds no distance between a face and itself", () => {
    const same = compareTemplates(templateAt(33), templateAt(33));
    expect(same).toMatchObject({ distance: 0, falseNonMatchRate: 1, nearness: 1 });
    expect(same.falseMatchRate).toBeLessThan(1e-6);
  });

  it("finds the more distance the more they differ, up to 2", () => {
    const found = [0, 10, 20, 30, 90, 180].map((degrees) => compareTemplates(templateAt(0), templateAt(degrees)));
    for (const [i, { distance, falseMatchRate, falseNonMatchRate, nearness }] of found.entries()) {
      const before = found[i - 1];
      if (before === undefined) continue;
      expect(distance).toBeGreaterThan(before.distance);
      expect(falseMatchRate).toBeGreaterThanOrEqual(before.falseMatchRate);
      expect(falseNonMatchRate).toBeLessThanOrEqual(before.falseNonMatchRate);
      expect(nearness).toBeLessThanOrEqual(before.nearness);
    }
    expect(found.at(-1)).toMatchObject({ distance: expect.closeTo(2, 6), falseMatchRate: 1, nearness: 0 });
  });

  it("refuses a template of other networks by their names", () => {
    const foreign = codeOf(() => compareTemplates(templateAt(0), templateAt(0, "other-7")));
    expect(foreign).toMatchObject({ code: "invalid_request", message: expect.stringContaining("other-7") });
  });

  it("refuses one of another length, of zeros and of what is no number", () => {
    const of = (embedding: Float32Array) => packTemplate({ modelTag: tag, embedding });
    for (const bytes of [
      of(new Float32Array(3)),
      of(new Float32Array(numbers)),
      of(new Float32Array(numbers).fill(Number.NaN)),
    ]) {
      expect(codeOf(() => compareTemplates(templateAt(0), bytes))).toMatchObject({ code: "invalid_request" });
    }
  });
});
