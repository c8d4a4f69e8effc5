import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import type { Role } from "@/lib/domain/users/types";
import { loadRoutes, methods, sender } from "@/lib/wire/testing/admin-app";
import { makeUser } from "@/lib/wire/testing/admin-people";
import { cookieFor, fingerprint, makePlace, type Place } from "@/lib/wire/testing/admin-place";
import { makeReady } from "@/lib/wire/testing/harness";
import { matrix, type Row, type Standing, standings } from "./matrix";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

const roles: Record<Standing, readonly [Role, Role | null]> = {
  outsider: ["USER", null],
  "application user": ["USER", "USER"],
  "application administrator": ["USER", "ADMINISTRATOR"],
  "application owner": ["USER", "OWNER"],
  "global administrator": ["ADMINISTRATOR", null],
  "global owner": ["OWNER", null],
};

let routes: Awaited<ReturnType<typeof loadRoutes>>;
let send: ReturnType<typeof sender>;
beforeAll(async () => {
  makeReady();
  routes = await loadRoutes();
  send = sender(routes);
});

const fill = (text: string, ids: Place["ids"]) => text.replace(/\{(\w+)\}/g, (_, name) => ids[name] ?? `{${name}}`);

function ask({ method, path, body = {} }: Row, ids: Place["ids"], cookie?: string): Promise<Response> {
  const sent = { body: JSON.parse(fill(JSON.stringify(body), ids)) };
  return send(method, fill(path, ids), cookie === undefined ? sent : { ...sent, cookie });
}

const title = ({ method, path }: Row) => `${method} ${path}`;
const cells = matrix.flatMap((row) => {
  const { answers } = row;
  if ("anyone" in answers) return [];
  return standings.map((standing, at) => ({ title: title(row), row, standing, status: answers[at] ?? 0 }));
});
const guarded = matrix.filter(({ answers }) => !("anyone" in answers));
const withIds = cells.filter(({ standing, status }) => standing === "outsider" && status === 404);

describe("the matrix", () => {
  it("has a row for every method that a route answers, and no other", () => {
    const rows = new Set(matrix.map(title));
    const exported = routes.flatMap(({ pattern }) => methods.map((method) => `${method} ${pattern}`));
    expect([...rows].filter((row) => !exported.includes(row))).toEqual([]);
    expect(rows.size).toBe(matrix.length);
  });

  it.each(methods)("answers 405 or 404 to %s wherever it has no row", async (method) => {
    const rows = new Set(matrix.map(title));
    const unlisted = routes.filter(
      ({ pattern }) => !pattern.startsWith("/api/auth/") && !rows.has(`${method} ${pattern}`),
    );
    for (const { pattern, handlers } of unlisted) {
      const headers = { "content-type": "application/json", "sec-fetch-site": "same-origin" };
      const request = new Request(`http://localhost:8000${pattern}`, { method, headers });
      const response = await handlers[method]?.(request, { params: Promise.resolve({}) });
      expect(`${pattern} ${response?.status}`).toBe(`${pattern} ${pattern.includes("...") ? 404 : 405}`);
      expect(response?.headers.get("content-type")).toBe("application/problem+json");
    }
  });
});

const countDenied = () => db().auditEvent.count({ where: { result: "denied" } });

describe("the permissions", () => {
  it.each(cells)(
    "$title answers $status to the $standing, and a refusal changes nothing but the trail",
    async ({ row, standing, status }) => {
      const place = await makePlace();
      const cookie = await place.enter(...roles[standing]);
      const [before, deniedBefore] = [await fingerprint(), await countDenied()];
      const response = await ask(row, place.ids, cookie);
      expect(response.status).toBe(status);
      if (status === 403) expect(await countDenied()).toBe(deniedBefore + 1);
      if (status >= 400) {
        expect(await fingerprint()).toBe(before);
        expect(response.headers.get("content-type")).toBe("application/problem+json");
      }
      expect(response.headers.get("cache-control")).toBe("no-store");
    },
  );

  it.each(withIds)("$title tells what is somebody else's from nothing by no word", async ({ row }) => {
    const place = await makePlace();
    const cookie = await place.enter("USER", null);
    const said = async (ids: Place["ids"]) => {
      const { requestId, instance, ...problem } = await (await ask(row, ids, cookie)).json();
      return problem;
    };
    const invented = ["applicationId", "serviceId", "keyId", "invitationId"].map((name) => [name, randomUUID()]);
    expect(await said({ ...place.ids, ...Object.fromEntries(invented) })).toEqual(await said(place.ids));
  });
});

describe("without a living session", () => {
  const cookies: Record<string, () => Promise<string | undefined>> = {
    nobody: async () => undefined,
    "a malformed cookie": async () => "next-auth.session-token=e30.e30.e30.e30.e30",
    "a revoked session": () => spoiled((userId) => db().session.deleteMany({ where: { userId } })),
    "an expired session": () =>
      spoiled((userId) => db().session.updateMany({ where: { userId }, data: { expiresAt: new Date(0) } })),
    "a disabled account": () => spoiled((id) => db().user.update({ where: { id }, data: { status: "DISABLED" } })),
    "an unverified account": () => spoiled((id) => db().user.update({ where: { id }, data: { status: "UNVERIFIED" } })),
    "a deleted account": () => spoiled((id) => db().user.delete({ where: { id } })),
  };

  async function spoiled(spoil: (userId: string) => Promise<unknown>): Promise<string> {
    const { id } = await makeUser({ globalRole: "OWNER" });
    const cookie = await cookieFor(id);
    await spoil(id);
    return cookie;
  }

  it.each(Object.keys(cookies))("every guarded endpoint answers 401 to %s and changes nothing", async (name) => {
    const place = await makePlace();
    const cookie = await cookies[name]?.();
    const before = await fingerprint();
    for (const row of guarded) {
      const response = await ask(row, place.ids, cookie);
      expect(`${title(row)} ${response.status}`).toBe(`${title(row)} 401`);
    }
    expect(await fingerprint()).toBe(before);
  });

  it.each(matrix.filter(({ answers }) => "anyone" in answers))("$method $path answers anyone", async (row) => {
    const response = await ask(row, {});
    expect({ anyone: response.status }).toEqual(row.answers);
  });
});
