import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import type { ErrorCode } from "./app-error";

const codes = {
  invalid_request: true,
  unauthenticated: true,
  forbidden: true,
  not_found: true,
  conflict: true,
  method_not_allowed: true,
  unsupported_content_type: true,
  request_too_large: true,
  file_too_large: true,
  image_unsupported: true,
  image_unreadable: true,
  image_too_many_pixels: true,
  no_face: true,
  several_faces: true,
  too_many_requests: true,
  busy: true,
  unavailable: true,
  timeout: true,
  internal: true,
} as const satisfies Record<ErrorCode, true>;

it("has a page for every error code and none besides", async () => {
  const pages = (await readdir("docs/errors")).map((file) => file.replace(/\.md$/, ""));
  expect(pages.sort()).toEqual(Object.keys(codes).sort());
});
