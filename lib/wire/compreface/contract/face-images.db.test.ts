import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { answerOf, call, pictureForm } from "@/lib/wire/testing/compreface-app";
import { answerWith, keys, makeReady } from "@/lib/wire/testing/harness";
import { makeKey, makeService } from "@/lib/wire/testing/make-service";
import { analysisOfFaces } from "@/lib/wire/testing/sample-analysis";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
beforeAll(makeReady);

const kept = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);
const picture = { bytes: kept, mediaType: "image/jpeg", thumbnail: new Uint8Array([4]) } as const;
const one = analysisOfFaces([0], embeddingModel);

let [key, serviceId] = ["", ""];
beforeEach(async () => {
  ({ apiKey: key, id: serviceId } = await makeService("RECOGNITION"));
  await db().service.update({ where: { id: serviceId }, data: { saveImages: "YES" } });
});

async function add(): Promise<string> {
  answerWith({ ...one, picture });
  const response = await call("POST", "recognition/faces?subject=Tom", { key, body: pictureForm(["file"]) });
  const { body } = await answerOf(response);
  return (body as { image_id: string }).image_id;
}

const addresses = [
  ["the key in the header", (id: string, sent = key) => call("GET", `recognition/faces/${id}/img`, { key: sent })],
  ["the key in the address", (id: string, sent = key) => call("GET", `static/${sent}/images/${id}/`)],
] as const;

describe.each(addresses)("a stored picture with %s", (_where, get) => {
  it("comes byte for byte as it was kept, out of every cache", async () => {
    const response = await get(await add());
    expect(response.status).toBe(200);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(kept);
    expect(response.headers.get("content-type")).toBe("application/octet-stream");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
  });

  it("is 404 without a body when there is no such face, no picture was kept or another service has it", async () => {
    const id = await add();
    await db().faceImage.deleteMany({ where: { faceId: id } });
    const other = (await makeService("RECOGNITION")).apiKey;
    const foreign = await add();
    for (const response of [await get(randomUUID()), await get(id), await get(foreign, other)]) {
      expect([response.status, await response.text()]).toEqual([404, ""]);
    }
  });

  it("is refused for a key that may not read and for an id that is none", async () => {
    const enrolling = await makeKey(serviceId, ["enrol"]);
    expect(await answerOf(await get(await add(), enrolling))).toMatchObject({ status: 403, body: { code: 26 } });
    expect(await answerOf(await get("7"))).toEqual({
      status: 400,
      body: { message: "image_id should be UUID", code: 26 },
    });
  });
});

describe("the key in the address of a picture", () => {
  it("opens nothing from its revocation or expiry on, nor when it is unknown or another service's", async () => {
    const id = await add();
    const address = (sent: string) => `static/${sent}/images/${id}`;
    const revoked = await makeKey(serviceId, ["read"]);
    expect((await call("GET", address(revoked))).status).toBe(200);
    await db().apiKey.updateMany({ where: { serviceId, isPrimary: false }, data: { revokedAt: new Date() } });
    const expired = await makeKey(serviceId, ["read"]);
    await db().apiKey.updateMany({
      where: { serviceId, revokedAt: null, isPrimary: false },
      data: { expiresAt: new Date(0) },
    });
    const detection = (await makeService("DETECTION")).apiKey;
    for (const sent of [revoked, expired, detection, keys.unknown, "x", "%20"]) {
      const response = await call("GET", address(sent));
      expect([response.status, await response.text()]).toEqual([404, ""]);
    }
  });

  it("answers other methods with 405 in JSON", async () => {
    expect(await answerOf(await call("POST", `static/${key}/images/${randomUUID()}`))).toMatchObject({ status: 405 });
  });
});
