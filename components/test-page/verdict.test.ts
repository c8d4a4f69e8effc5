import { describe, expect, it } from "vitest";
import type { ShownFace } from "./answer";
import { verdictOf, verdictText } from "./verdict";

const face = (compared: Partial<ShownFace>): ShownFace => ({
  number: 1,
  picture: 0,
  box: { x_min: 0, y_min: 0, x_max: 10, y_max: 10, probability: 0.9 },
  ...compared,
});

describe("a verdict", () => {
  it("says of a face that is looked for whether it is known", () => {
    const stranger = face({ subjects: [{ subject: "Anna", similarity: 0.2 }] });
    expect(verdictOf(stranger, 0.5)).toBe("unknown");
    expect(verdictText(stranger, "unknown")).toBe("testPage.unknown");
  });

  it("says of two faces whether they match", () => {
    const other = face({ similarity: 0.2 });
    expect(verdictText(other, verdictOf(other, 0.5) ?? "match")).toBe("testPage.noMatch");
    expect(verdictText(other, verdictOf(other, 0.1) ?? "unknown")).toBe("testPage.match");
  });
});
