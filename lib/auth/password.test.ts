import { verify } from "@node-rs/argon2";
import { expect, it } from "vitest";
import { hashPassword } from "./password";

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
