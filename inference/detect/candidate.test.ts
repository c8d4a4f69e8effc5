import { describe, expect, it } from "vitest";
import { type Candidate, iouOf, isSameFace, type Rect } from "./candidate";
import { groupCandidates } from "./face-group";
import { suppressDoubles } from "./suppress-doubles";

const rect = (xMin: number, yMin: number, side: number): Rect => ({ xMin, yMin, xMax: xMin + side, yMax: yMin + side });
const candidate = (box: Rect, score: number, source: "ssd" | "blaze" = "ssd"): Candidate => ({
  ...box,
  score,
  source,
  roll: 0,
});

describe("iouOf", () => {
  it("is one for equal boxes, zero for distant ones and a third for half-shifted ones", () => {
    expect(iouOf(rect(0, 0, 10), rect(0, 0, 10))).toBe(1);
    expect(iouOf(rect(0, 0, 10), rect(20, 0, 10))).toBe(0);
    expect(iouOf(rect(0, 0, 10), rect(5, 0, 10))).toBeCloseTo(1 / 3, 10);
  });
});

describe("isSameFace", () => {
  it("joins a tight and a loose box of one face", () => {
    expect(isSameFace(rect(0, 0, 100), rect(20, 25, 60))).toBe(true);
  });

  it("keeps the faces of a couple cheek to cheek apart", () => {
    expect(isSameFace(rect(0, 0, 100), rect(75, 0, 100))).toBe(false);
  });
});

describe("suppressDoubles", () => {
  it("keeps the best of two boxes of one face and everything elsewhere", () => {
    const best = candidate(rect(0, 0, 100), 0.9);
    const other = candidate(rect(300, 0, 100), 0.4);
    expect(suppressDoubles([best, candidate(rect(10, 0, 100), 0.8), other])).toEqual([best, other]);
  });
});

describe("groupCandidates", () => {
  it("remembers what each search said of a place, best first", () => {
    const searches = new Map([
      ["blaze", [candidate(rect(22, 25, 60), 0.7, "blaze")]],
      ["fine", [candidate(rect(300, 0, 50), 0.95), candidate(rect(20, 20, 70), 0.6)]],
    ]);
    const groups = groupCandidates(searches);
    expect(groups.map(({ best }) => best.score)).toEqual([0.95, 0.7]);
    expect([...(groups[1]?.bySearch.keys() ?? [])]).toEqual(["blaze", "fine"]);
  });
});
