import { describe, expect, it, vi } from "vitest";
import { requireSameOrigin } from "./same-origin";

vi.stubEnv("PUBLIC_URL", "https://faces.example.org");

const request = (headers: Record<string, string>) =>
  new Request("http://localhost:8000/api/admin/me", { method: "POST", headers: { host: "box.lan:8000", ...headers } });

describe("a change", () => {
  it.each([
    ["the browser calls same-origin", { "sec-fetch-site": "same-origin" }],
    [
      "the browser calls same-origin behind a proxy that changed the host",
      { "sec-fetch-site": "same-origin", origin: "https://outside.example" },
    ],
    ["comes from the host that was asked", { origin: "http://box.lan:8000" }],
    ["comes from that host over https, which a proxy ended", { origin: "https://box.lan:8000" }],
    ["comes from the configured address", { origin: "https://faces.example.org" }],
  ])("that %s is let through", (_, headers) => {
    expect(() => requireSameOrigin(request(headers))).not.toThrow();
  });

  it.each([
    ["says nothing of where it comes from", {}],
    ["the browser calls cross-site", { "sec-fetch-site": "cross-site", origin: "http://box.lan:8000" }],
    ["the browser calls same-site", { "sec-fetch-site": "same-site", origin: "http://other.box.lan:8000" }],
    ["was typed into the address bar", { "sec-fetch-site": "none" }],
    ["comes from another host", { origin: "http://evil.example" }],
    ["comes from another port", { origin: "http://box.lan:8001" }],
    ["comes from a host that begins alike", { origin: "http://box.lan:8000.evil.example" }],
    ["comes from a sandboxed frame", { origin: "null" }],
    ["brings a text that is no address", { origin: "box.lan:8000" }],
    ["comes from the configured host without its encryption", { origin: "http://faces.example.org" }],
  ])("that %s is refused", (_, headers) => {
    expect(() => requireSameOrigin(request(headers))).toThrow(expect.objectContaining({ code: "forbidden" }));
  });
});
