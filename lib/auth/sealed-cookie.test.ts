import { beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { openCookie, sealCookie } from "./sealed-cookie";

const now = new Date("2026-11-21T00:00:00Z");
const cookie = { name: "step", path: "/here", validS: 60, schema: z.object({ userId: z.string() }) };
const headersOf = (setCookie: string) => new Headers({ cookie: setCookie.split(";")[0] ?? "" });
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

beforeAll(() => void vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef"));

describe("a sealed cookie", () => {
  it("brings back what was put in, unreadable for scripts and on its own path", () => {
    const set = sealCookie(cookie, { userId: "anna" }, now);
    expect(set).toMatch(/; Path=\/here; HttpOnly; SameSite=Lax; Max-Age=60$/);
    expect(set).not.toContain("anna");
    expect(openCookie(cookie, headersOf(set), now)).toEqual({ userId: "anna" });
  });

  it("is nothing after its time, whatever the browser says", () => {
    const headers = headersOf(sealCookie(cookie, { userId: "anna" }, now));
    expect(openCookie(cookie, headers, later(59))).not.toBeNull();
    expect(openCookie(cookie, headers, later(60))).toBeNull();
  });

  it("is nothing when it was changed, made for something else, or is not there", () => {
    const set = sealCookie(cookie, { userId: "anna" }, now);
    const changed = set.replace(/^step=(.)/, (_, first) => `step=${first === "A" ? "B" : "A"}`);
    expect(openCookie(cookie, headersOf(changed), now)).toBeNull();
    const renamed = headersOf(set.replace("step=", "other="));
    expect(openCookie({ ...cookie, name: "other" }, renamed, now)).toBeNull();
    expect(openCookie(cookie, new Headers(), now)).toBeNull();
  });
});
