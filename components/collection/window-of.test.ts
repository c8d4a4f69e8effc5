import { describe, expect, it } from "vitest";
import { rowAfterKey, rowHeight, scrollTo, windowOf } from "./window-of";

const height = 10 * rowHeight;

describe("windowOf", () => {
  it("draws a few rows of ten thousand, those in sight among them", () => {
    const { first, end } = windowOf({ scrollTop: 5_000 * rowHeight, height, total: 10_000 });
    expect(first).toBeLessThanOrEqual(5_000);
    expect(end).toBeGreaterThanOrEqual(5_010);
    expect(end - first).toBeLessThan(30);
  });

  it("stays within the list, also when it has become shorter", () => {
    expect(windowOf({ scrollTop: 0, height, total: 3 })).toEqual({ first: 0, end: 3 });
    expect(windowOf({ scrollTop: 5_000 * rowHeight, height, total: 3 })).toEqual({ first: 3, end: 3 });
  });
});

describe("rowAfterKey", () => {
  it.each([
    ["ArrowDown", 5, 6],
    ["ArrowUp", 5, 4],
    ["PageDown", 5, 14],
    ["PageUp", 5, 0],
    ["Home", 5, 0],
    ["End", 5, 99],
    ["ArrowDown", 99, 99],
    ["x", 5, null],
    ["toString", 5, null],
  ])("%s leads from %s to %s", (key, at, row) => {
    expect(rowAfterKey(key, at, { height, total: 100 })).toBe(row);
  });
});

describe("scrollTo", () => {
  it("moves no further than it has to", () => {
    const scrollTop = 20 * rowHeight;
    expect(scrollTo(25, { scrollTop, height })).toBe(scrollTop);
    expect(scrollTo(19, { scrollTop, height })).toBe(19 * rowHeight);
    expect(scrollTo(30, { scrollTop, height })).toBe(21 * rowHeight);
  });
});
