import { describe, expect, it } from "vitest";
import { isMalformedPath } from "./malformed-path.mjs";

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

describe("malformed paths", () => {
  it.each(["%zz", "a/%", "%4", "%ff", "%c0%af", "%ed%a0%80", "%e4%bd", "x/%C3", "%f4%90%80%80", "%80"])(
    "%s is told from a path that Next can decode",
    (path) => {
      expect(isDecodable(path)).toBe(false);
      expect(isMalformedPath(path)).toBe(true);
    },
  );

  it.each(["", "detection/detect", "a%2Fb", "Zo%C3%AB", "%E4%BD%A0", "%f0%9f%98%80", "%25zz", "%ED%9F%BF", "é"])(
    "%s passes",
    (path) => {
      expect(isDecodable(path)).toBe(true);
      expect(isMalformedPath(path)).toBe(false);
    },
  );

  it("agrees with decodeURIComponent on every pair of bytes", () => {
    for (let pair = 0; pair < 0x10000; pair += 1) {
      const path = pair.toString(16).padStart(4, "0").replace(/(..)/g, "%$1");
      if (isMalformedPath(path) === isDecodable(path)) expect.fail(path);
    }
  });
});
