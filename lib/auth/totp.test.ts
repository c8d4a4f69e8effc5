import { describe, expect, it } from "vitest";
import { newTotpSecret, stepOfCode, totpUri } from "./totp";

// RFC 6238, appendix B: the secret "12345678901234567890" in base32, SHA-1, the last six digits of each value.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number) => new Date(seconds * 1000);

describe("a code", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("of second %s is that of RFC 6238", (seconds, code) => {
    expect(stepOfCode(secret, code, at(seconds))).toBe(BigInt(Math.floor(seconds / 30)));
  });

  it("counts one step early and late, and no more", () => {
    const step = 1n;
    expect(stepOfCode(secret, "287082", at(0))).toBe(step);
    expect(stepOfCode(secret, "287082", at(89))).toBe(step);
    expect(stepOfCode(secret, "287082", at(90))).toBeNull();
    expect(stepOfCode(secret, "287083", at(59))).toBeNull();
  });
});

it("makes secrets of 160 bits that no two users share", () => {
  const secrets = Array.from({ length: 50 }, newTotpSecret);
  expect(new Set(secrets).size).toBe(50);
  expect(secrets.every((text) => /^[A-Z2-7]{32}$/.test(text))).toBe(true);
});

it("names issuer and account for the app", () => {
  const { protocol, host, pathname, searchParams } = new URL(totpUri(secret, "anna@example.org"));
  expect([protocol, host, decodeURIComponent(pathname)]).toEqual(["otpauth:", "totp", "/Mien:anna@example.org"]);
  expect(Object.fromEntries(searchParams)).toMatchObject({ issuer: "Mien", secret, digits: "6", period: "30" });
});
