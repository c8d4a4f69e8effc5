import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { tameRequest } from "./odd-request";

function tamed(url: string, method = "GET") {
  const request = { url, method } as IncomingMessage;
  tameRequest(request);
  return request;
}

describe("an odd request", () => {
  it.each([".", "..", "%2e", "%2E.", ".%2e", "%2e%2E"])("with the segment %s leads nowhere, not further up", (dots) => {
    expect(tamed(`/api/v1/recognition/subjects/${dots}`).url).toBe("/api/v1/recognition/subjects/%00");
    expect(tamed(`/a/${dots}/b?c=${dots}`).url).toBe(`/a/%00/b?c=${dots}`);
  });

  it.each(["%zz", "%", "a%4", "%ff", "%c0%af", "%ed%a0%80", "%f4%90%80%80"])(
    "with the escape %s leads nowhere",
    (bad) => {
      expect(tamed(`/a/process/${bad}?q=${bad}`).url).toBe(`/a/process/%00?q=${bad}`);
    },
  );

  it("with a fragment leads nowhere", () => {
    expect(tamed("/subjects/#1").url).toBe("/subjects/%00");
  });

  it.each(["*", "", "http://a", "ftp://a/b"])("for %j, which is no path, leads nowhere", (url) => {
    expect(tamed(url, "OPTIONS").url).toBe("/%00");
  });

  it("for a whole address is one for its path", () => {
    expect(tamed("HTTP://a.example:80/faces?b=/../c").url).toBe("/faces?b=/../c");
  });

  it("of the method TRACE has one that Next refuses", () => {
    expect(tamed("/", "TRACE").method).toBe("UNKNOWN");
  });
});

it.each([
  "/",
  "/api/v1/recognition/subjects/",
  "/api/v1/recognition/subjects/a%2Fb%20.c",
  "/subjects/...",
  "/subjects/%f0%9f%98%80?a=1?b=2&c=%zz",
  "/a//b",
])("leaves %s as it is", (url) => {
  expect(tamed(url, "DELETE")).toEqual({ url, method: "DELETE" });
});
