import { expect, it } from "vitest";
import { verifyPassword } from "@/lib/auth/password";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { commandLineActor } from "@/lib/domain/audit/types";
import { makeCaller } from "@/lib/domain/policy/testing/company";
import { setPasswordInput } from "./schema";
import { setPassword } from "./service";

provideDatabase();

const password = "grey harbour 41";
const set = (email: string, secret = password) =>
  setPassword(commandLineActor, setPasswordInput.parse({ email, password: secret }));

it("replaces the password, signs the user out everywhere and tells the trail so", async () => {
  const { userId, email } = await makeCaller();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db().session.create({ data: { userId, expiresAt } });
  expect(await set(email.toUpperCase())).toEqual({ email });
  const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  expect(await verifyPassword(passwordHash, password)).toBe(true);
  expect(await db().session.count({ where: { userId, expiresAt: { gt: new Date() } } })).toBe(0);
  const events = await db().auditEvent.findMany({ where: { objectId: userId } });
  expect(events).toMatchObject([{ action: "user.reset_password", actorLabel: "command line", result: "success" }]);
});

it("leaves the password of somebody who is disabled, and refuses one that is easy to guess", async () => {
  const { userId, email } = await makeCaller();
  const before = await db().user.findUniqueOrThrow({ where: { id: userId } });
  await expect(set(email, "password")).rejects.toMatchObject({ code: "invalid_request" });
  await db().user.update({ where: { id: userId }, data: { status: "DISABLED" } });
  await expect(set(email)).rejects.toMatchObject({ code: "not_found" });
  expect((await db().user.findUniqueOrThrow({ where: { id: userId } })).passwordHash).toBe(before.passwordHash);
});
