import { verify } from "@node-rs/argon2";
import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password";

it("hashes with argon2id at 19 MiB, two passes, one lane", async () => {
  const hashed = await hashPassword("correct horse");
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verify(hashed, "correct horse")).toBe(true);
  expect(await verify(hashed, "correct house")).toBe(false);
});

it("salts: two hashes of one password differ, also when many wait for their turn", async () => {
  const hashes = await Promise.all(Array.from({ length: 6 }, () => hashPassword("same password")));
  expect(new Set(hashes).size).toBe(6);
});

it("verifies the right password alone, however its letters are composed", async () => {
  const hashed = await hashPassword("gr\u00fc\u00dfe aus Z\u00fcrich");
  expect(await verifyPassword(hashed, "gru\u0308\u00dfe aus Zu\u0308rich")).toBe(true);
  expect(await verifyPassword(hashed, "gruesse aus Zuerich")).toBe(false);
  expect(await verifyPassword(null, "gr\u00fc\u00dfe aus Z\u00fcrich")).toBe(false);
});

it("does not hash a password that nobody can have set", async () => {
  expect(await verifyPassword("not even a hash", "a".repeat(129))).toBe(false);
});
