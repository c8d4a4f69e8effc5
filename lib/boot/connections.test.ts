import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { peerHeader } from "@/lib/http/client-address";
import { trackConnections } from "./connections";

async function listen() {
  const arrived: ServerResponse[] = [];
  const server = createServer((_request, response) => void arrived.push(response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, arrived, url };
}

describe("connections", () => {
  it("drain only when the request in flight is answered, and new ones are refused meanwhile", async () => {
    const connections = trackConnections();
    const { server, arrived, url } = await listen();
    const pending = fetch(url);
    await once(server, "request");
    expect(connections.inFlight()).toBe(1);
    const drained = connections.drain(10_000);
    await expect(fetch(url)).rejects.toThrow();
    arrived[0]?.end("done");
    await expect((await pending).text()).resolves.toBe("done");
    await expect(drained).resolves.toBe(true);
    expect(connections.inFlight()).toBe(0);
  });

  it("lead an address that Next would fail on nowhere", async () => {
    trackConnections();
    const { server, arrived, url } = await listen();
    const pending = fetch(`${url}/a/%zz`);
    const [{ url: path }] = await once(server, "request");
    expect(path).toBe("/a/%00");
    arrived[0]?.end("done");
    await expect((await pending).text()).resolves.toBe("done");
    server.close();
  });

  it("answer a client that offers another protocol", async () => {
    trackConnections();
    const { server, arrived, url } = await listen();
    server.on("upgrade", (_request, socket) => socket.destroy());
    const answer = once(request(url, { headers: { connection: "upgrade", upgrade: "h2c" } }).end(), "response");
    await once(server, "request");
    arrived[0]?.end("done");
    const [response] = await answer;
    expect(response.statusCode).toBe(200);
    server.closeAllConnections();
    server.close();
  });

  it("leave a large upload an hour to arrive", async () => {
    trackConnections();
    const { server, arrived, url } = await listen();
    const pending = fetch(url);
    await once(server, "request");
    expect(server.requestTimeout).toBe(3_600_000);
    arrived[0]?.end("done");
    await expect((await pending).text()).resolves.toBe("done");
    server.close();
  });

  it("wait for a next request longer than proxies and pools keep a connection", async () => {
    trackConnections();
    const { server, arrived, url } = await listen();
    const pending = fetch(url);
    await once(server, "request");
    expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
    arrived[0]?.end("done");
    await expect((await pending).text()).resolves.toBe("done");
    server.close();
  });

  it("give up on a request that never ends", async () => {
    const connections = trackConnections();
    const { server, arrived, url } = await listen();
    const pending = fetch(url).catch(() => "broken");
    await once(server, "request");
    await expect(connections.drain(1)).resolves.toBe(false);
    arrived[0]?.destroy();
    await expect(pending).resolves.toBe("broken");
  });

  it("drain at once when nothing is in flight", async () => {
    await expect(trackConnections().drain(10_000)).resolves.toBe(true);
  });

  it("tell handlers the address of the client's end, whatever a client calls itself", async () => {
    trackConnections();
    const { server, arrived, url } = await listen();
    const pending = fetch(url, { headers: { [peerHeader]: "192.0.2.1", "X-Mien-Peer": "192.0.2.2" } });
    const [request] = await once(server, "request");
    expect((request as IncomingMessage).headers[peerHeader]).toBe("127.0.0.1");
    arrived[0]?.end();
    await pending;
    server.close();
  });
});
