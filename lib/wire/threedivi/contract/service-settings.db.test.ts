import { beforeAll, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { answerWith, makeReady } from "@/lib/wire/testing/harness";
import { answerOf, ask, golden, picture } from "@/lib/wire/testing/image-api";
import { goodQuality, oneFace } from "@/lib/wire/testing/image-api-analysis";
import { makeService } from "@/lib/wire/testing/make-service";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();
beforeAll(makeReady);

it("answers by the liveness module that the service is set to", async () => {
  answerWith({ ...oneFace, faces: oneFace.faces.map((face) => ({ ...face, quality: goodQuality })) });
  const { id, apiKey } = await makeService("LIVENESS");
  const check = () =>
    answerOf(ask("face-detector-liveness-estimator/process/sample", { key: apiKey, json: { $image: picture } }));
  expect(await check()).toEqual({ status: 200, body: await golden("liveness-every-face") });
  for (const livenessCheck of ["ONE_FACE", "ONE_GOOD_FACE"] as const) {
    await db().service.update({ where: { id }, data: { livenessCheck } });
    expect(await check()).toEqual({ status: 200, body: await golden("liveness-one-face") });
  }
});

it("lets the keys of other services in nowhere", async () => {
  const { apiKey } = await makeService("RECOGNITION");
  const answer = await answerOf(ask("age-estimator/process/sample", { key: apiKey, json: { $image: picture } }));
  expect(answer).toEqual({ status: 401, body: { detail: "Invalid API key" } });
});
