import { beforeEach, expect, it, vi } from "vitest";

const addressWith = async (headers: Record<string, string>) => {
  const { clientAddress } = await import("./client-address");
  return clientAddress(new Request("http://localhost:8000/", { headers }));
};

const chain = { "x-mien-peer": "10.0.0.1", "x-forwarded-for": "6.6.6.6, 192.0.2.7, 10.0.0.9" };

beforeEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

it.each([
  ["0", "10.0.0.1"],
  ["1", "10.0.0.9"],
  ["2", "192.0.2.7"],
  ["3", "6.6.6.6"],
  ["9", "6.6.6.6"],
])("with %s proxies is %s", async (hops, address) => {
  vi.stubEnv("TRUST_PROXY", hops);
  expect(await addressWith(chain)).toBe(address);
});

it("is the connection's when a proxy is expected but named nobody", async () => {
  vi.stubEnv("TRUST_PROXY", "1");
  expect(await addressWith({ "x-mien-peer": "10.0.0.1" })).toBe("10.0.0.1");
});

it("is the same for whatever a client without a proxy claims", async () => {
  const claims = ["1.1.1.1", "2.2.2.2, 3.3.3.3", ""].map((claim) => ({ ...chain, "x-forwarded-for": claim }));
  expect(new Set(await Promise.all(claims.map(addressWith)))).toEqual(new Set(["10.0.0.1"]));
});
