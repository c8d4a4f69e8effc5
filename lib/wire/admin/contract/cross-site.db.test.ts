import { beforeAll, describe, expect, it, vi } from "vitest";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { loadRoutes, sender } from "@/lib/wire/testing/admin-app";
import { fingerprint, makePlace } from "@/lib/wire/testing/admin-place";
import { makeReady } from "@/lib/wire/testing/harness";
import { matrix } from "./matrix";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

let send: ReturnType<typeof sender>;
beforeAll(async () => {
  makeReady();
  send = sender(await loadRoutes());
});

const mutations = matrix.filter(({ method }) => method !== "GET");
const json = "application/json";
const form = "application/x-www-form-urlencoded";

/** What another site can make a browser send, with the user's cookie: forms, and scripts in every mode. */
const attacks: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a form": { "content-type": form, origin: "https://evil.example", "sec-fetch-site": "cross-site" },
  "a form of an old browser": { "content-type": form, origin: "https://evil.example" },
  "a form that hides its origin": { "content-type": "text/plain", origin: "null" },
  "a form with files": { "content-type": "multipart/form-data; boundary=x", origin: "https://evil.example" },
  "a script that names JSON as text": { "content-type": "text/plain", "sec-fetch-site": "cross-site" },
  "a script that sends JSON": { "content-type": json, origin: "https://evil.example" },
  "a neighbouring site": { "content-type": json, origin: "http://a.localhost:8000", "sec-fetch-site": "same-site" },
  "another port": { "content-type": json, origin: "http://localhost:3000" },
  "a client that says nothing": { "content-type": json, origin: "" },
};

describe("every change", () => {
  it.each(Object.keys(attacks))(
    "is refused to %s, with the cookie of the owner of all, and nothing happens",
    async (name) => {
      const { ids, enter } = await makePlace();
      const cookie = await enter("OWNER", null);
      const before = await fingerprint();
      for (const { method, path, body = {} } of mutations) {
        const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, word) => ids[word] ?? "");
        const sent = JSON.parse(fill(JSON.stringify(body)));
        const response = await send(method, fill(path), { cookie, body: sent, headers: attacks[name] ?? {} });
        expect(`${method} ${path} ${response.status}`).toBe(`${method} ${path} 403`);
        expect(response.headers.getSetCookie()).toEqual([]);
      }
      expect(await fingerprint()).toBe(before);
    },
  );

  it.each([form, "text/plain", "multipart/form-data; boundary=x", "application/jsonp", ""])(
    "of our own pages is refused with 415 when it comes as '%s'",
    async (type) => {
      const before = await fingerprint();
      const refusing = mutations.filter(({ takesForms }) => !(takesForms && type.startsWith("multipart/")));
      for (const { method, path } of refusing) {
        const response = await send(method, path, { headers: { "content-type": type } });
        expect(`${method} ${path} ${response.status}`).toBe(`${method} ${path} 415`);
      }
      expect(await fingerprint()).toBe(before);
    },
  );

  it("of another site gets no permission from a preflight", async () => {
    const response = await send("GET", "/api/admin/options", { headers: { origin: "https://evil.example" } });
    expect([...response.headers.keys()].filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });
});
