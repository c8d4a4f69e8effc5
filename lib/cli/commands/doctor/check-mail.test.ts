import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "@/lib/config/env";
import { checkMail } from "./check-mail";

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(greet: (socket: net.Socket) => void): Promise<number> {
  const server = net.createServer((socket) => {
    socket.on("error", () => undefined);
    greet(socket);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return (server.address() as net.AddressInfo).port;
}

function mailAt(port: number) {
  const env = { ENABLE_EMAIL_SERVER: "true", EMAIL_HOST: "127.0.0.1", EMAIL_FROM: "mien@example.org" };
  return readConfig({ ...env, EMAIL_PORT: String(port) });
}

describe("the mail check", () => {
  it("passes when mail is off", async () => {
    expect((await checkMail(readConfig({}))).ok).toBe(true);
  });

  it("passes when the server greets", async () => {
    const port = await serve((socket) => socket.end("220 mail.example.org ESMTP\r\n"));
    expect((await checkMail(mailAt(port))).ok).toBe(true);
  });

  it("fails when something else than a mail server listens there", async () => {
    const port = await serve((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
    expect((await checkMail(mailAt(port))).ok).toBe(false);
  });

  it("fails when nothing listens there", async () => {
    // Below those that programs get when they ask for any.
    expect(await checkMail(mailAt(1))).toMatchObject({ ok: false, detail: expect.stringContaining("ECONNREFUSED") });
  });

  it("fails when the server never says a word", async () => {
    const port = await serve(() => undefined);
    expect(await checkMail(mailAt(port), 50)).toMatchObject({ ok: false, detail: expect.stringContaining("greeting") });
  });
});
