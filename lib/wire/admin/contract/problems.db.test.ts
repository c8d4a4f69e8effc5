import { beforeAll, describe, expect, it, vi } from "vitest";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { makeUser } from "@/lib/wire/testing/admin-people";
import { cookieFor } from "@/lib/wire/testing/admin-place";
import { makeReady } from "@/lib/wire/testing/harness";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let send: ReturnType<typeof sender>;
let cookie: string;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
  cookie = await cookieFor((await makeUser({ globalRole: "OWNER" })).id);
});

const applications = "/api/admin/applications";
const problemOf = async (response: Response) => {
  const { requestId, ...problem } = await response.json();
  expect(requestId).toBe(response.headers.get("x-request-id"));
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return problem;
};

describe("a request that cannot be accepted", () => {
  it("learns each field that is wrong, unknown ones among them", async () => {
    const response = await send("POST", applications, { cookie, body: { name: "a/b", ownerId: "me" } });
    expect(await problemOf(response)).toEqual({
      type: "/docs/errors/invalid_request",
      title: "Invalid request",
      status: 422,
      detail: "Some values cannot be accepted.",
      instance: applications,
      code: "invalid_request",
      errors: [
        { pointer: "/name", detail: "must not contain ; / \\ or control characters" },
        { pointer: "/ownerId", detail: "is not known" },
      ],
    });
  });

  it.each([
    ["no JSON", "{", 400, "invalid_request"],
    ["an empty body", "", 400, "invalid_request"],
    ["JSON that is no object", "[]", 422, "invalid_request"],
    ["more than 64 kB", JSON.stringify({ name: "x".repeat(65_536) }), 413, "request_too_large"],
  ])("for %s is told so", async (_, body, status, code) => {
    const response = await send("POST", applications, { cookie, body });
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ status, code, instance: applications });
  });

  it("is refused before its body is looked at when nobody is signed in", async () => {
    const response = await send("POST", applications, { body: "{" });
    expect(await problemOf(response)).toEqual({
      type: "/docs/errors/unauthenticated",
      title: "Not signed in",
      status: 401,
      detail: "Please sign in.",
      instance: applications,
      code: "unauthenticated",
    });
  });

  it.each(["?page=-1", "?size=0", "?size=101", "?page=x", "?unknown=1"])(
    "for the list %s is told so",
    async (query) => {
      const response = await send("GET", `${applications}${query}`, { cookie });
      expect(response.status).toBe(422);
      expect(await problemOf(response)).toMatchObject({ code: "invalid_request", instance: applications });
    },
  );

  it.each(["1", "x".repeat(5000), "00000000-0000-0000-0000-00000000000g", "%00"])(
    "for an id that is none (%#) is told that nothing is there",
    async (id) => {
      expect((await send("GET", `${applications}/${id}`, { cookie })).status).toBe(404);
    },
  );
});

describe("a path or method that is not there", () => {
  it.each(["GET", "POST", "PUT", "PATCH", "DELETE"])("is a problem for %s of an unknown path", async (method) => {
    const response = await send(method, "/api/admin/nothing/here");
    expect(response.status).toBe(404);
    expect(await problemOf(response)).toMatchObject({ code: "not_found", detail: "There is nothing at this path." });
  });

  it("names the methods that are", async () => {
    const response = await send("PUT", applications, { cookie });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, POST");
    expect(await problemOf(response)).toMatchObject({ code: "method_not_allowed" });
  });

  it.each(["_log", "signin", "session", "verify-request", "constructor", ""])("is next-auth's '%s'", async (action) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send("POST", `/api/auth/${action}`, { headers, body: "level=error&code=x" })).status).toBe(404);
  });
});
