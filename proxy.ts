import { type NextRequest, NextResponse } from "next/server";

const pageMethods = ["GET", "HEAD"];

/** Everything from our own origin, scripts only with the nonce of this answer, and no page of ours in a frame. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const pageHeaders = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
} as const;

/**
 * Gives every page its security headers, and takes only what a page is for: Next would look for a server action in
 * anything posted to a page, and fill the log with not finding one. Says nothing about who may see a page: that is
 * decided where data is read.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!pageMethods.includes(request.method)) {
    return new NextResponse(null, { status: 405, headers: { allow: pageMethods.join(", ") } });
  }
  const policy = contentSecurityPolicy(crypto.randomUUID());
  const headers = new Headers(request.headers);
  // Next reads the nonce from the request and puts it on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(pageHeaders)) response.headers.set(name, value);
  return response;
}

// Pages only. Next buffers the body of every request that passes here and cuts it at 10 MB without an error, so no
// path that takes pictures may match: /api and the paths of the other wires.
export const config = {
  matcher: [
    "/((?!api/|k/|_next/|faces|alignedfaces|similarity|liveness|quality|version|NFFS-FIQA|[^/]+/process/|[^/]+/v[12]/process/|icon.svg|favicon.ico).*)",
  ],
};
