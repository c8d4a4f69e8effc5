import { afterEach, expect, it, vi } from "vitest";
import { GET } from "@/app/version/route";
import { config } from "@/lib/config/env";
import { readiness } from "@/lib/observability/readiness";
import { golden, textOf } from "@/lib/wire/testing/alchera-app";

vi.mock("@/lib/config/env", async (original) => {
  const actual = await original<typeof import("@/lib/config/env")>();
  return { ...actual, config: vi.fn(actual.config) };
});

afterEach(() => vi.restoreAllMocks());

const ask = () => GET(new Request("http://localhost:8000/version"));

it("answers GET /version without a key as the golden file, also while the server starts", async () => {
  vi.spyOn(readiness, "status").mockReturnValue("starting");
  const response = await ask();
  expect(response.status).toBe(200);
  expect(await textOf(response)).toBe(await golden("version"));
});

it("tells that a server judges single pictures only", async () => {
  vi.mocked(config).mockReturnValue({ ...config(), livenessMode: "SINGLE" });
  expect(await (await ask()).json()).toMatchObject({ liveness_mode: "SINGLE" });
});
