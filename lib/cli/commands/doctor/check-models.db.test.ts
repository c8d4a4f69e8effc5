import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { checkModels } from "./check-models";

const folder = await mkdtemp(path.join(tmpdir(), "mien-doctor-"));
afterAll(() => rm(folder, { recursive: true }));
vi.stubEnv("DATA_DIR", folder);
vi.stubEnv("MODELS_DIR", await testModelsDir());
vi.mock("@/lib/cli/commands/with-database", () => ({ withDatabase: (work: () => Promise<unknown>) => work() }));
provideDatabase();

beforeEach(async () => {
  await db().modelChoice.deleteMany();
  await db().modelState.deleteMany();
});

it("looks at the pack of the configuration where nobody chose one", async () => {
  expect(await checkModels()).toEqual({ ok: true, detail: expect.stringMatching("standard") });
});

it("looks at the pack that was chosen", async () => {
  await db().modelChoice.create({ data: { packId: "insightface" } });
  await expect(checkModels()).rejects.toThrow(path.join("insightface", "detector.onnx"));
});

it("looks at the pack that still answers, too", async () => {
  await db().modelState.create({ data: { packId: "insightface", modelTag: "arcface-1" } });
  await expect(checkModels()).rejects.toThrow(path.join("insightface", "detector.onnx"));
});
