import { describe, expect, it, vi } from "vitest";
import { brokenRequest, repeat, stalledRequest, streamRequest, toRequest } from "./fixtures/requests";
import { readBytes } from "./read-bytes";

const megabyte = new Uint8Array(1024 * 1024);
const limits = { bytesMax: 10 * megabyte.length };

it("gives the bytes as they were sent", async () => {
  const bytes = await readBytes(streamRequest([Buffer.from("ab"), Buffer.from(""), Buffer.from("c")]).request, limits);
  expect(Buffer.from(bytes).toString()).toBe("abc");
  expect(bytes.buffer.byteLength).toBe(3);
});

it("gives nothing for a request without a body", async () => {
  expect(await readBytes(new Request("http://localhost/", { method: "POST" }), limits)).toHaveLength(0);
});

it("takes a body of exactly the limit and refuses one byte more", async () => {
  await expect(readBytes(toRequest("12345"), { bytesMax: 5 })).resolves.toHaveLength(5);
  await expect(readBytes(toRequest("123456"), { bytesMax: 5 })).rejects.toMatchObject({
    code: "request_too_large",
    message: "Request size exceeds the limit of 5 bytes",
  });
});

describe("a body over the limit", () => {
  it("is refused by its announced length before a byte is read", async () => {
    const counted = streamRequest(repeat(megabyte, 60), { "content-length": String(60 * megabyte.length) });
    let pulledAtRefusal = -1;
    await readBytes(counted.request, limits).catch(() => {
      pulledAtRefusal = counted.pulledBytes();
    });
    expect(pulledAtRefusal).toBeGreaterThanOrEqual(0);
    expect(pulledAtRefusal).toBeLessThanOrEqual(6 * megabyte.length);
  });

  it("is refused while it arrives when its length is unknown or a lie", async () => {
    for (const headers of [{}, { "content-length": "5" }]) {
      const counted = streamRequest(repeat(megabyte, 60), headers);
      let pulledAtRefusal = -1;
      const reading = readBytes(counted.request, limits).finally(() => {
        pulledAtRefusal = counted.pulledBytes();
      });
      await expect(reading).rejects.toMatchObject({ code: "request_too_large" });
      expect(pulledAtRefusal).toBeLessThanOrEqual(limits.bytesMax + 8 * megabyte.length);
    }
  });

  it("passes by up to a bound and is then cut off", async () => {
    const counted = streamRequest(repeat(megabyte, 1_000));
    await expect(readBytes(counted.request, limits)).rejects.toMatchObject({ code: "request_too_large" });
    await vi.waitUntil(counted.isCancelled, { timeout: 120_000 });
    expect(counted.pulledBytes()).toBeLessThanOrEqual(limits.bytesMax + 70 * megabyte.length);
  });
});

it("gives up on a body that does not arrive in time", async () => {
  const stalled = stalledRequest("never finished");
  await expect(readBytes(stalled.request, { ...limits, timeoutMs: 20 })).rejects.toMatchObject({ code: "timeout" });
  expect(stalled.isCancelled()).toBe(true);
});

it("calls a client that breaks off an invalid request", async () => {
  await expect(readBytes(brokenRequest("half"), limits)).rejects.toMatchObject({ code: "invalid_request" });
});

it("answers busy when the uploads in progress take too much memory together, and recovers", async () => {
  const generous = { bytesMax: 200 * megabyte.length };
  const held = [1, 2, 3].map(() => readBytes(streamRequest(repeat(megabyte, 150)).request, generous));
  const outcomes = await Promise.allSettled(held);
  const refused = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
  expect(refused).toContain("busy");
  await expect(readBytes(streamRequest(repeat(megabyte, 9)).request, limits)).resolves.toHaveLength(
    9 * megabyte.length,
  );
});
