import type { IncomingMessage } from "node:http";

/** Of a segment that nothing on this server can be called, so that every address with it is an unknown one. */
const nowhere = "%00";

/** Proxies may ask for a whole address (RFC 9112 §3.2.2); Next would send them to the same one for ever. */
const origin = /^https?:\/\/[^/?#]*(?=\/)/i;

const dotSegment = /^(?:\.|%2e){1,2}$/i;

function isDecodable(segment: string): boolean {
  try {
    decodeURIComponent(segment);
    return true;
  } catch {
    return false;
  }
}

/**
 * The address with nothing in it that Next fails on or that changes its meaning: escapes that cannot be decoded end as
 * 500 in plain text before any handler runs; dot segments and fragments are taken out, and a deletion of one subject
 * by such a name would be one of all.
 */
function tamePath(address: string): string {
  const [path = "", ...query] = address.replace(origin, "").split("?");
  if (!path.startsWith("/")) return `/${nowhere}`;
  const segments = path.split("/").map((segment) => {
    const isOdd = dotSegment.test(segment) || segment.includes("#") || !isDecodable(segment);
    return isOdd ? nowhere : segment;
  });
  return [segments.join("/"), ...query].join("?");
}

/** Has a request that Next would fail on answered as one for nothing that is there. Runs before Next sees it. */
export function tameRequest(request: IncomingMessage): void {
  if (request.url !== undefined) request.url = tamePath(request.url);
  // Next answers 400 to methods it does not know, but throws at this one.
  if (request.method === "TRACE") request.method = "UNKNOWN";
}
