import { describe, expect, it } from "vitest";
import { judgeQuality } from "./judge";
import { limitsOf } from "./profiles";
import { qualityLimitsSchema, storedLimits } from "./schema";
import { measuresOfGate, passGate } from "./service";
import type { QualitySettings } from "./types";

const settings = (changed: Partial<QualitySettings>): QualitySettings => ({
  qualityGate: "OFF",
  qualityProfile: "CUSTOM",
  customQualityLimits: { sharpness: 40, yaw: 80 },
  ...changed,
});

const values = {
  unified: { native: 0.7, score: 70 },
  sharpness: { native: 1, score: 39 },
  yaw: { native: 2, score: 99 },
};

describe("judgeQuality", () => {
  it("names each measure below its limit, one that was not taken included, and none at it", () => {
    const reasons = judgeQuality(values, { sharpness: 40, yaw: 99, roll: 1 });
    expect(reasons.map(({ measure, score, scoreMin }) => [measure, score, scoreMin])).toEqual([
      ["sharpness", 39, 40],
      ["roll", 0, 1],
    ]);
  });
});

describe("limitsOf", () => {
  it("takes the service's own limits for the custom profile alone", () => {
    expect(limitsOf(settings({}))).toEqual({ sharpness: 40, yaw: 80 });
    expect(limitsOf(settings({}), "ICAO")).toHaveProperty("expressionNeutrality");
    expect(limitsOf(settings({ qualityProfile: "WEBCAM" }))).not.toHaveProperty("expressionNeutrality");
  });
});

describe("passGate", () => {
  it("measures and says nothing while it is off", () => {
    expect(measuresOfGate(settings({}))).toBeUndefined();
    expect(passGate(values, settings({}))).toBeUndefined();
  });

  it("measures what the profile asks for and the unified score", () => {
    expect(measuresOfGate(settings({ qualityGate: "WARN" }))).toEqual(["unified", "sharpness", "yaw"]);
  });

  it("lets a bad face in with reasons, or refuses it in words", () => {
    const warned = passGate(values, settings({ qualityGate: "WARN" }));
    expect(warned).toMatchObject({ unified: 0.7, passed: false, reasons: [{ measure: "sharpness" }] });
    expect(() => passGate(values, settings({ qualityGate: "REFUSE" }))).toThrow(/too low\. The face is blurred\. Hold/);
  });

  it("lets a good face in without reasons", () => {
    const good = { ...values, sharpness: { native: 1, score: 40 } };
    expect(passGate(good, settings({ qualityGate: "REFUSE" }))).toEqual({ unified: 0.7, passed: true, reasons: [] });
  });
});

describe("limits of a service's own", () => {
  it("are measures with whole scores", () => {
    expect(qualityLimitsSchema.safeParse({ sharpness: 40 }).success).toBe(true);
    for (const bad of [{ beauty: 1 }, { yaw: -1 }, { yaw: 1.5 }, { yaw: "5" }, []]) {
      expect(qualityLimitsSchema.safeParse(bad).success).toBe(false);
    }
  });

  it("are none when the row holds what is measured no more", () => {
    expect([storedLimits(null), storedLimits({ old: 1 }), storedLimits({ yaw: 1 })]).toEqual([null, null, { yaw: 1 }]);
  });
});
