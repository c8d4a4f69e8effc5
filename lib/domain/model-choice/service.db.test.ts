import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { standardModel } from "@/inference/calibration/standard-model";
import { missingNetworks, sharedNetworks } from "@/inference/packs/testing/shared-networks";
import type { AdminActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { findAnsweringModel, moveFaces } from "@/lib/domain/model-packs/service";
import { choosePack, ownFilesOf, readChosenPack, readPackChoice } from "./service";

if (missingNetworks) process.stdout.write(`${missingNetworks}\n`);
const folder = await mkdtemp(path.join(tmpdir(), "mien-choice-"));
afterAll(() => rm(folder, { recursive: true }));
vi.stubEnv("DATA_DIR", folder);
vi.stubEnv("MODEL_MIRROR", path.join(folder, "mirror"));
const configured = vi.hoisted(() => ({ isPinned: false }));
vi.mock("@/lib/config/env", async (load) => {
  const { config, ...rest } = await load<typeof import("@/lib/config/env")>();
  return { ...rest, config: () => ({ ...config(), modelPack: { ...config().modelPack, ...configured } }) };
});
provideDatabase();

const standard = { packId: "standard", modelTag: standardModel.tag };
let owner: AdminActor;
let administrator: AdminActor;
const choose = (pack: "standard" | "opencv" | "insightface") => choosePack(owner, { pack, isLicenceAccepted: true });
const trail = async () => {
  // The trail cannot be emptied: each test has another owner.
  const events = await db().auditEvent.findMany({ where: { actorUserId: owner.userId } });
  return events.map(({ action, objectId, result }) => `${action} ${objectId} ${result}`).sort();
};

beforeEach(async () => {
  configured.isPinned = false;
  await db().modelState.deleteMany();
  await db().modelChoice.deleteMany();
  await findAnsweringModel(standard);
  const person = {
    userId: randomUUID(),
    email: "olga@example.org",
    firstName: "Olga",
    lastName: "Berg",
    sessionId: "-",
  };
  owner = { ...person, globalRole: "OWNER" };
  administrator = { ...person, globalRole: "ADMINISTRATOR" };
});

it("tells of each pack what it asks for and which of its files are missing", async () => {
  const { packs, ...state } = await readPackChoice(administrator);
  expect(packs.map(({ id, isCommercialUseAllowed, files }) => [id, isCommercialUseAllowed, files.state])).toEqual([
    ["standard", true, "included"],
    ["opencv", true, "downloadable"],
    ["insightface", false, "missing"],
  ]);
  expect(packs[2]?.files.missing).toEqual(
    ["detector.onnx", "recognizer.onnx"].map((name) => path.join(folder, "models/insightface", name)),
  );
  expect(state).toEqual({
    running: standard,
    wantedPackId: "standard",
    isPinned: false,
    state: "settled",
    progress: { total: 0, done: 0, kept: 0 },
  });
});

it("keeps the choice and the acceptance of the licence, in the trail too", async () => {
  await choose("standard");
  expect(await readChosenPack()).toBe("standard");
  expect(await trail()).toEqual(["model_pack.accept_licence standard success", "model_pack.choose standard success"]);
});

it("keeps one of two choices that are made at the same time, and refuses the other", async () => {
  for (const former of [null, "opencv"]) {
    await db().modelChoice.deleteMany();
    if (former !== null) await db().modelChoice.create({ data: { packId: former } });
    const outcomes = await Promise.allSettled([choose("standard"), choose("standard")]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes).toContainEqual({ status: "rejected", reason: expect.objectContaining({ code: "conflict" }) });
    expect(await readChosenPack()).toBe("standard");
  }
  expect((await trail()).filter((line) => line.startsWith("model_pack.choose"))).toHaveLength(2);
});

it.skipIf(missingNetworks)(
  "takes a pack of files that are there, and is preparing until a server runs it",
  async () => {
    const place = path.join(folder, "models/insightface");
    await mkdir(place, { recursive: true });
    await symlink(path.resolve(sharedNetworks.scrfd), path.join(place, "detector.onnx"));
    await symlink(path.resolve(sharedNetworks.mobileFaceNet), path.join(place, "recognizer.onnx"));
    await choose("insightface");
    expect(await readPackChoice(owner)).toMatchObject({ wantedPackId: "insightface", state: "preparing" });
    const engine = { analyze: () => Promise.reject(new Error("There is no face to embed.")) };
    const seen: string[] = [];
    await moveFaces(
      { packId: "insightface", modelTag: "arcface-1", engine },
      new AbortController().signal,
      async () => {
        seen.push((await readPackChoice(owner)).state);
        await expect(choose("standard")).rejects.toMatchObject({ code: "conflict" });
      },
    );
    expect(seen).toEqual(["moving"]);
    expect(await readPackChoice(owner)).toMatchObject({ running: { packId: "insightface" }, state: "settled" });
    await rm(place, { recursive: true });
  },
);

it("refuses a pack whose files are to be brought, and says which are missing", async () => {
  const message = expect.stringContaining("detector.onnx is missing");
  await expect(choose("insightface")).rejects.toMatchObject({ code: "conflict", message });
  expect(await readChosenPack()).toBeNull();
});

it("refuses a licence that is not accepted, and who is not the owner, which the trail tells of", async () => {
  const choice = { pack: "standard", isLicenceAccepted: false } as const;
  await expect(choosePack(owner, choice)).rejects.toMatchObject({ fields: [{ name: "isLicenceAccepted" }] });
  const accepted = { ...choice, isLicenceAccepted: true };
  await expect(choosePack(administrator, accepted)).rejects.toMatchObject({ code: "forbidden" });
  await expect(readPackChoice({ ...owner, globalRole: "USER" })).rejects.toMatchObject({ code: "forbidden" });
  expect(await trail()).toEqual(["model_pack.choose - denied", "model_pack.list - denied"]);
});

it("gives way to a pack that the configuration names, whatever was chosen before", async () => {
  await db().modelChoice.create({ data: { packId: "opencv" } });
  configured.isPinned = true;
  expect(await readChosenPack()).toBeNull();
  expect(await readPackChoice(owner)).toMatchObject({ wantedPackId: "standard", isPinned: true, state: "settled" });
  await expect(choose("opencv")).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching("MODEL_PACK"),
  });
  expect(ownFilesOf("insightface")).toEqual({});
});
