import { beforeAll, describe, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { answerOf, call, pictureForm } from "@/lib/wire/testing/compreface-app";
import { answerWith, makeReady } from "@/lib/wire/testing/harness";
import { makeService } from "@/lib/wire/testing/make-service";
import { analysisOfFaces } from "@/lib/wire/testing/sample-analysis";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
beforeAll(makeReady);

describe("endpoints without a key", () => {
  it("GET /api/v1/config tells the limits of uploads in bytes", async () => {
    expect(await answerOf(await call("GET", "config/"))).toEqual({
      status: 200,
      body: { clientMaxFileSize: 5 * 1024 * 1024, clientMaxBodySize: 10 * 1024 * 1024 },
    });
  });

  it("GET /api/v1/consistence/status tells of faces that other networks made, half a minute later at most", async () => {
    const status = { demoFaceCollectionIsInconsistent: false, saveImagesToDB: true, status: "OK" };
    const { apiKey: key } = await makeService("RECOGNITION");
    answerWith(analysisOfFaces([0], embeddingModel));
    await call("POST", "recognition/faces?subject=Tom", { key, body: pictureForm(["file"]) });
    const ask = async () => (await answerOf(await call("GET", "consistence/status"))).body;
    expect(await ask()).toEqual({ ...status, dbIsInconsistent: false });
    await db().face.updateMany({ data: { modelTag: "older" } });
    const now = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(now + 30_001);
    expect(await ask()).toEqual({ ...status, dbIsInconsistent: true });
    vi.restoreAllMocks();
  });

  it.each(["config", "consistence/status"])("answers 405 in JSON to other methods of %s", async (address) => {
    expect(await answerOf(await call("POST", address))).toMatchObject({ status: 405, body: { code: 0 } });
  });
});
