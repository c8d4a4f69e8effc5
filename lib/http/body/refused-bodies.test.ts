import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppError } from "@/lib/errors/app-error";
import { boundary, formHeaders } from "./fixtures/multipart";
import { readBytes } from "./read-bytes";
import { readMultipart } from "./read-multipart";

/** A bare Node server that hands its requests on the way Next does: the incoming message is the body. */
const server = http.createServer(async (incoming, outgoing) => {
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]);
  const init = { method: "POST", headers, body: incoming as unknown as BodyInit, duplex: "half" };
  const request = new Request(`http://localhost${incoming.url}`, init);
  try {
    const isForm = incoming.url === "/form";
    if (isForm) await readMultipart(request, { requestBytesMax: 4e6, fileBytesMax: 2e6, timeoutMs: 5_000 });
    else await readBytes(request, { bytesMax: 4e6, timeoutMs: incoming.url === "/slow" ? 50 : 5_000 });
    outgoing.end("taken");
  } catch (error) {
    outgoing.end((error as AppError).code);
  }
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends everything before it listens, as simple clients do; resolves with the answer. */
async function sendBlindly(
  path: string,
  headers: Record<string, string>,
  chunks: readonly Uint8Array[],
): Promise<string> {
  const socket = net.connect((server.address() as AddressInfo).port, "127.0.0.1");
  const broken = once(socket, "close").then(() => Promise.reject(new Error("closed before everything was sent")));
  broken.catch(() => undefined);
  const lines = Object.entries({ host: "localhost", ...headers }).map(([name, value]) => `${name}: ${value}`);
  const whole = Buffer.concat([Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`), ...chunks]);
  try {
    await Promise.race([new Promise((resolve) => socket.write(whole, resolve)), broken]);
    return String(await Promise.race([once(socket, "data"), broken]));
  } finally {
    socket.destroy();
  }
}

const megabyte = new Uint8Array(1_000_000);
const chunkedMegabyte = Buffer.concat([
  Buffer.from(`${megabyte.length.toString(16)}\r\n`),
  megabyte,
  Buffer.from("\r\n"),
]);

describe.each([
  ["keep-alive", 40],
  ["close", 10],
])("on a connection that says %s", (connection, megabytes) => {
  it("the answer reaches a client that sends far too much of unknown length before it listens", async () => {
    const chunks = [...Array<Uint8Array>(megabytes).fill(chunkedMegabyte), Buffer.from("0\r\n\r\n")];
    const headers = { connection, "transfer-encoding": "chunked" };
    expect(await sendBlindly("/bytes", headers, chunks)).toContain("request_too_large");
  });

  it("the answer reaches a client that announces far too much and sends it", async () => {
    const headers = { connection, "content-length": String(megabytes * 1e6) };
    expect(await sendBlindly("/bytes", headers, Array<Uint8Array>(megabytes).fill(megabyte))).toContain(
      "request_too_large",
    );
  });

  it("the answer reaches a client whose file is too large", async () => {
    const start = Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`);
    const headers = { connection, ...formHeaders, "transfer-encoding": "chunked" };
    const head = Buffer.concat([Buffer.from(`${start.length.toString(16)}\r\n`), start, Buffer.from("\r\n")]);
    const chunks = [head, ...Array<Uint8Array>(megabytes).fill(chunkedMegabyte), Buffer.from("0\r\n\r\n")];
    expect(await sendBlindly("/form", headers, chunks)).toContain("file_too_large");
  });
});

it("a client that drips is answered", async () => {
  expect(await sendBlindly("/slow", { "content-length": "100" }, [Buffer.from("ab")])).toContain("timeout");
});
