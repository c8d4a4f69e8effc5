import { answerNextAuth } from "@/lib/auth/next-auth-options";
import { AppError } from "@/lib/errors/app-error";
import { readBytes } from "@/lib/http/body/read-bytes";
import { mediaTypeOf } from "@/lib/http/media-type";
import { route } from "@/lib/http/route";
import { requireSameOrigin } from "@/lib/http/same-origin";
import type { PathParameters } from "@/lib/http/wire";
import { sessionStoreFor } from "@/lib/wire/admin/session-store";
import { adminPath, adminWire, type Operation } from "@/lib/wire/admin/wire";

const bodyBytesMax = 16 * 1024;

/** What of next-auth is open. Its pages are ours, and its log of browser errors would let anyone fill our own. */
const open: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf", "session", "providers"],
  POST: ["callback", "signout"],
};

async function readForm(request: Request): Promise<Record<string, string>> {
  if (request.method === "GET") return {};
  if (mediaTypeOf(request) !== "application/x-www-form-urlencoded") {
    throw new AppError("unsupported_content_type", "The content type must be application/x-www-form-urlencoded.");
  }
  const bytes = await readBytes(request, { bytesMax: bodyBytesMax });
  return Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes)));
}

function readSegments({ nextauth }: PathParameters, method: string): readonly string[] {
  const segments = Array.isArray(nextauth) ? nextauth : [];
  if (open[method]?.includes(segments[0] ?? "")) return segments;
  throw new AppError("not_found", "There is nothing at this path.");
}

/** Next-auth brings its own token against foreign pages; the origin is asked for besides, also of a sign-in. */
const nextAuth: Operation = (pattern, method) =>
  route(adminWire, {
    pattern,
    authenticate: (request) => {
      if (method !== "GET") requireSameOrigin(request);
      return {};
    },
    read: async ({ request, params }) => {
      const segments = readSegments(params, method);
      return { request, segments, body: await readForm(request) };
    },
    run: (input) => answerNextAuth(sessionStoreFor(input.request), input),
    serialize: (response) => response,
  });

export const nextAuthHandlers = adminPath("/api/auth/*", { GET: nextAuth, POST: nextAuth });
