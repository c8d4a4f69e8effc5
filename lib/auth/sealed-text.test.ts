import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { seal, unseal } from "./sealed-text";

const key = randomBytes(32);

it("gives back what was sealed", () => {
  expect(unseal(key, seal(key, "grüße", "row-1"), "row-1")).toBe("grüße");
});

it("never seals to the same bytes twice", () => {
  expect(seal(key, "same", "row-1")).not.toEqual(seal(key, "same", "row-1"));
});

it("does not open in another row", () => {
  expect(() => unseal(key, seal(key, "text", "row-1"), "row-2")).toThrow();
});

it("does not open under another key", () => {
  expect(() => unseal(randomBytes(32), seal(key, "text", "row-1"), "row-1")).toThrow();
});

it("does not open when any byte was changed or cut off", () => {
  const sealed = seal(key, "text", "row-1");
  for (const index of sealed.keys()) {
    const changed = Uint8Array.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(() => unseal(key, changed, "row-1")).toThrow();
    expect(() => unseal(key, sealed.subarray(0, index), "row-1")).toThrow();
  }
});
