import { config } from "@/lib/config/env";

/** Header in which the server itself notes the address of the connection, over whatever a client wrote there. */
export const peerHeader = "x-mien-peer";

/**
 * Network address of the client. The last `TRUST_PROXY` entries of `X-Forwarded-For` were written by our own proxies;
 * what stands before them, or anything in it without proxies, is the client's own claim and counts for nothing.
 *
 * @returns null where no connection told one
 */
export function clientAddress({ headers }: Request): string | null {
  const peer = headers.get(peerHeader);
  const hops = config().trustProxyHops;
  if (hops === 0) return peer;
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const forwarded = entries.filter((entry) => entry !== "");
  return forwarded.at(-hops) ?? forwarded[0] ?? peer;
}
