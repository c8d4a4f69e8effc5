import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { deliverDueMails } from "./deliver";
import { enqueueMail } from "./outbox";
import { startMailServer } from "./testing/mail-server";
import { createSendMail } from "./transport";

provideDatabase();
beforeEach(() => db().outbox.deleteMany());

/** Below those that programs get when they ask for any, so that no other test listens there. */
const closedPort = 1;
const start = new Date("2026-11-20T00:00:00Z");
const later = (ms: number) => new Date(start.getTime() + ms);
const letter = { subject: "Hello", text: "https://faces.example/verify?token=abc\n", html: "<p>Hello</p>" };
const write = (to: string, now = start) => db().$transaction((tx) => enqueueMail(tx, { to, ...letter }, now));
const sendTo = (port: number) =>
  createSendMail(
    readConfig({
      ENABLE_EMAIL_SERVER: "true",
      EMAIL_HOST: "127.0.0.1",
      EMAIL_PORT: String(port),
      EMAIL_FROM: "Mien <mien@faces.example>",
      PUBLIC_URL: "https://faces.example",
    }),
  );
const deliver = (port: number, now: Date) =>
  deliverDueMails(
    sendTo(port),
    () => now,
    () => false,
  );

describe("a mail in the outbox", () => {
  it("is sent once, to its one recipient, as text and as HTML", async () => {
    const server = await startMailServer();
    await write("anna@example.org");
    expect(await deliver(server.port, start)).toBe(1);
    expect(await deliver(server.port, later(3_600_000))).toBe(0);
    await server.close();
    expect(server.received.map(({ recipients }) => recipients)).toEqual([["anna@example.org"]]);
    const source = server.received[0]!.source;
    expect(source).toContain("Content-Type: text/plain");
    expect(source).toContain("Content-Type: text/html");
    expect(source).toMatch(/^Message-ID: <[0-9a-f-]{36}@faces\.example>/im);
  });

  it("is sent once by two processes that look at the same moment", async () => {
    const server = await startMailServer();
    await Promise.all(["a", "b", "c", "d"].map((name) => write(`${name}@example.org`)));
    await Promise.all([deliver(server.port, start), deliver(server.port, start)]);
    await server.close();
    expect(server.received.flatMap(({ recipients }) => recipients).sort()).toEqual(
      ["a", "b", "c", "d"].map((name) => `${name}@example.org`),
    );
  });

  it("leaves no link in the database once it is sent", async () => {
    const server = await startMailServer();
    await write("anna@example.org");
    await deliver(server.port, start);
    await server.close();
    expect(await db().outbox.findMany()).toMatchObject([{ text: "", html: "", sentAt: start, lastError: null }]);
  });

  it("waits for a mail server that is down and leaves within a minute after it is back", async () => {
    await write("anna@example.org");
    let ms = 0;
    for (; ms < 600_000; ms += 1000) await deliver(closedPort, later(ms));
    const back = await startMailServer();
    for (; back.received.length === 0 && ms < 660_000; ms += 1000) await deliver(back.port, later(ms));
    await back.close();
    expect(back.received).toHaveLength(1);
  });

  it("outlasts a server that accepts the connection and says nothing", async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket)).listen(0, "127.0.0.1");
    await once(silent, "listening");
    await write("anna@example.org");
    expect(await deliver((silent.address() as AddressInfo).port, start)).toBe(1);
    for (const socket of sockets) socket.destroy();
    silent.close();
    expect(await db().outbox.findFirst()).toMatchObject({
      sentAt: null,
      lastError: expect.stringContaining("Greeting"),
    });
  });

  it("is given up when the recipient is refused for good, and does not hold up the others", async () => {
    const server = await startMailServer({ refuses: (address) => address.startsWith("gone") });
    await write("gone@example.org");
    await write("anna@example.org", later(1));
    expect(await deliver(server.port, later(1))).toBe(2);
    expect(await deliver(server.port, later(3_600_000))).toBe(0);
    await server.close();
    expect(server.received.flatMap(({ recipients }) => recipients)).toEqual(["anna@example.org"]);
  });
});
