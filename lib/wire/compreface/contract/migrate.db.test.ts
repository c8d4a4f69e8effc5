import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { embeddingModel } from "@/inference/calibration/embedding-model";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { findAnsweringModel } from "@/lib/domain/model-packs/service";
import { makePlace, type Place } from "@/lib/wire/testing/admin-place";
import { answerOf, call, pictureForm } from "@/lib/wire/testing/compreface-app";
import { answerWith, makeReady } from "@/lib/wire/testing/harness";
import { makeService } from "@/lib/wire/testing/make-service";
import { analysisOfFaces } from "@/lib/wire/testing/sample-analysis";

vi.stubEnv("MASTER_KEY", "0123456789abcdef0123456789abcdef");
provideDatabase();

const own = { "sec-fetch-site": "same-origin" };
let place: Place;
beforeAll(makeReady);
beforeEach(async () => {
  await db().modelState.deleteMany();
  await findAnsweringModel({ packId: "standard", modelTag: embeddingModel.tag });
  place = await makePlace();
});

const migrate = (headers: Readonly<Record<string, string>>) => call("POST", "migrate", { headers });

it("starts once for the owner of the installation, says so in plain text, and leaves it in the trail", async () => {
  const cookie = await place.enter("OWNER", null);
  const started = await migrate({ ...own, cookie });
  expect([started.status, await started.text()]).toEqual([200, "Migration started"]);
  expect(await answerOf(await migrate({ ...own, cookie }))).toEqual({
    status: 400,
    body: { message: "Migration already executing", code: 27 },
  });
  expect(await db().auditEvent.count({ where: { action: "model_pack.move", result: "success" } })).toBe(1);
});

it("is nobody else's: not without a session, not of other roles, not from pages of other sites", async () => {
  const owner = await place.enter("OWNER", null);
  const administrator = await place.enter("ADMINISTRATOR", null);
  expect((await migrate(own)).status).toBe(401);
  expect((await migrate({ ...own, cookie: administrator })).status).toBe(403);
  expect((await migrate({ "sec-fetch-site": "cross-site", cookie: owner })).status).toBe(403);
  expect((await call("GET", "migrate", { headers: { ...own, cookie: owner } })).status).toBe(405);
  expect((await migrate({ ...own, cookie: owner })).status).toBe(200);
});

it("refuses changes of stored faces while it runs, and answers everything else", async () => {
  const { apiKey: key } = await makeService("RECOGNITION");
  answerWith(analysisOfFaces([0], embeddingModel));
  const enrol = () => call("POST", "recognition/faces?subject=Tom", { key, body: pictureForm(["file"]) });
  const { image_id: id } = await (await enrol()).json();
  await migrate({ ...own, cookie: await place.enter("OWNER", null) });
  const refused = { status: 405, body: { message: "Write operations during migration aren't allowed", code: 32 } };
  expect(await answerOf(await enrol())).toEqual(refused);
  expect(await answerOf(await call("DELETE", "recognition/faces", { key }))).toEqual(refused);
  expect(await answerOf(await call("DELETE", `recognition/faces/${id}`, { key }))).toEqual(refused);
  expect(await answerOf(await call("POST", "recognition/faces/delete", { key, json: [id] }))).toEqual(refused);
  expect((await call("GET", "recognition/faces", { key })).status).toBe(200);
  expect((await call("POST", "recognition/subjects", { key, json: { subject: "Ann" } })).status).toBe(201);
});
