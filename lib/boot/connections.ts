import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { peerHeader } from "@/lib/http/client-address";
import { tameRequest } from "@/lib/http/odd-request";

/** The longest that any request may take to arrive. */
const requestMsMax = 3_600_000;
/**
 * How long a connection waits for its next request. Proxies and pools keep theirs for a minute; of Node's five seconds
 * they learn only by a request that is lost with the connection.
 */
const idleMsMax = 75_000;

interface RequestStart {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

export interface Connections {
  /** Requests whose answers are not yet fully handed to the network. */
  inFlight(): number;
  /** Accepts no new connection; resolves with true when no request is left, with false after `deadlineMs`. */
  drain(deadlineMs: number): Promise<boolean>;
}

/**
 * Watches every request of this process's HTTP server. Next owns that server and hands it to nobody; Node announces
 * it with each request.
 */
export function trackConnections(): Connections {
  const servers = new Set<Server>();
  const open = new Set<ServerResponse>();
  let onChange = () => {};
  subscribe("net.server.socket", (message) => {
    const { server } = (message as { readonly socket: { readonly server?: Server } }).socket;
    // Java's client offers HTTP/2 with its requests. Next listens for upgrades and closes the connection; without a
    // listener Node passes the offer over, as it should.
    server?.removeAllListeners("upgrade");
  });
  subscribe("http.server.request.start", (message) => {
    const { request, response, server } = message as RequestStart;
    tameRequest(request);
    // Route handlers see headers only. Written over whatever the client sent, before anything reads it.
    request.headers[peerHeader] = request.socket.remoteAddress;
    servers.add(server);
    // Node's five minutes would break off an import; each body has a deadline of its own, and headers have Node's.
    server.requestTimeout = requestMsMax;
    server.keepAliveTimeout = idleMsMax;
    open.add(response);
    response.once("close", () => {
      open.delete(response);
      onChange();
    });
  });
  return {
    inFlight: () => open.size,
    drain: (deadlineMs) =>
      new Promise((resolve) => {
        for (const server of servers) server.close();
        const timer = setTimeout(() => resolve(false), deadlineMs);
        onChange = () => {
          if (open.size > 0) return;
          clearTimeout(timer);
          resolve(true);
        };
        onChange();
      }),
  };
}
