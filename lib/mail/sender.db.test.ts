import { expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { enqueueMail } from "./outbox";
import { startSender } from "./sender";

provideDatabase();

const write = (to: string) =>
  db().$transaction((tx) => enqueueMail(tx, { to, subject: "Hello", text: "Hello", html: "<p>Hello</p>" }));

it("sends what a transaction of this process wrote, until it is stopped", async () => {
  const sent: string[] = [];
  const sender = startSender(async (_, { to }) => void sent.push(to));
  await write("anna@example.org");
  await vi.waitFor(() => expect(sent).toEqual(["anna@example.org"]), { timeout: 120_000 });
  await sender.stop();
  await write("ben@example.org");
  expect(await db().outbox.count({ where: { sentAt: null } })).toBe(1);
  expect(sent).toEqual(["anna@example.org"]);
});

it("does not wait for a mail server that hangs when it is stopped", async () => {
  let isAsked = false;
  const sender = startSender(() => {
    isAsked = true;
    return new Promise(() => undefined);
  });
  await write("cleo@example.org");
  await vi.waitFor(() => expect(isAsked).toBe(true), { timeout: 120_000 });
  await expect(sender.stop()).resolves.toBeUndefined();
});
