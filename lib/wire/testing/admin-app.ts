import { readdir } from "node:fs/promises";
import path from "node:path";
import type { RouteHandler } from "@/lib/http/route";

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

interface Route {
  /** As in the contract: `/api/admin/keys/{keyId}`. */
  readonly pattern: string;
  readonly handlers: Readonly<Partial<Record<string, RouteHandler>>>;
}

/** A request as a page of ours sends it, unless `headers` say otherwise. */
export interface Call {
  readonly body?: unknown;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ownPage = {
  "content-type": "application/json",
  origin: "http://localhost:8000",
  host: "localhost:8000",
} as const;

const isCatchAll = (segment: string) => segment.includes("...");

/** Every route file below `app/api/admin`, and that of next-auth, with what it exports. */
export async function loadRoutes(): Promise<readonly Route[]> {
  const files = (await readdir("app/api", { recursive: true })).filter((file) =>
    /^(admin|auth)\/.*route\.ts$/.test(file),
  );
  return Promise.all(
    files.map(async (file) => ({
      pattern: `/api/${path.dirname(file).replace(/\[([^.[\]]+)\]/g, "{$1}")}`,
      handlers: await import(/* @vite-ignore */ path.resolve("app/api", file)),
    })),
  );
}

function match(pattern: string, pathname: string): Record<string, string | string[]> | null {
  const [wanted, given] = [pattern.split("/"), pathname.split("/")];
  const params: Record<string, string | string[]> = {};
  for (const [at, segment] of wanted.entries()) {
    if (isCatchAll(segment)) {
      params[segment.replace(/[[\].]/g, "")] = given.slice(at);
      return params;
    }
    const value = given[at];
    if (value === undefined) return null;
    if (segment.startsWith("{")) params[segment.slice(1, -1)] = value;
    else if (segment !== value) return null;
  }
  return wanted.length === given.length ? params : null;
}

/** Asks the exported handler of the route that Next would choose. */
export function sender(routes: readonly Route[]) {
  const specificFirst = routes.toSorted(
    (a, b) => Number(a.pattern.includes("...")) - Number(b.pattern.includes("...")),
  );
  return async (method: string, url: string, { body = {}, cookie, headers }: Call = {}): Promise<Response> => {
    const { pathname, href } = new URL(url, "http://localhost:8000");
    for (const { pattern, handlers } of specificFirst) {
      const params = match(pattern, pathname);
      if (params === null) continue;
      const init: RequestInit = { method, headers: { ...ownPage, ...(cookie && { cookie }), ...headers } };
      const isReady = typeof body === "string" || body instanceof Uint8Array;
      if (method !== "GET") init.body = isReady ? (body as string | Uint8Array<ArrayBuffer>) : JSON.stringify(body);
      const handler = handlers[method];
      if (handler === undefined) throw new Error(`${pattern} exports no ${method}`);
      return handler(new Request(href, init), { params: Promise.resolve(params) });
    }
    throw new Error(`no route answers ${pathname}`);
  };
}
