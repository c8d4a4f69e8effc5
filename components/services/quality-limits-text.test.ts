import { describe, expect, it } from "vitest";
import { qualityLimitsText, readQualityLimits } from "./quality-limits-text";

describe("limits as people write them", () => {
  it("come back as they were", () => {
    const limits = { sharpness: 40, yaw: 80 };
    expect(qualityLimitsText(limits)).toBe("sharpness=40 yaw=80");
    expect(readQualityLimits.parse(qualityLimitsText(limits))).toEqual(limits);
    expect(readQualityLimits.parse(" yaw=80,\n roll=5 ")).toEqual({ yaw: 80, roll: 5 });
  });

  it("are none in an empty text", () => {
    expect(qualityLimitsText(null)).toBe("");
    expect(readQualityLimits.parse("  ")).toBeNull();
  });

  it.each(["yaw", "yaw=", "yaw=x", "yaw=101", "beauty=5", "=5"])("are refused as %s", (text) => {
    expect(readQualityLimits.safeParse(text).success).toBe(false);
  });
});
