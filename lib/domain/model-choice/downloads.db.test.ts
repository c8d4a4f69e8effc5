import { createHash, randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { standardModel } from "@/inference/calibration/standard-model";
import type { ModelPack, PublishedFile } from "@/inference/models/packs";
import type { AdminActor } from "@/lib/auth/actor";
import { db } from "@/lib/db/client";
import { provideDatabase } from "@/lib/db/testing/own-database";
import { findAnsweringModel } from "@/lib/domain/model-packs/service";
import { cancelPackDownload, choosePack, readChosenPack, readPackChoice, stopPackDownloads } from "./service";

const folder = await mkdtemp(path.join(tmpdir(), "mien-pack-download-"));
vi.stubEnv("DATA_DIR", folder);
const content = Buffer.alloc(5000, 3);
const calibration = {
  tag: "sface-2021dec",
  numbers: 128,
  recipe: "none",
  logistic: { distance: 1, slope: 8 },
  falseMatchRates: [],
  falseNonMatchRates: [],
};
const own = vi.hoisted(() => ({
  mirror: "",
  file: (fileName: string): PublishedFile => ({ fileName, bytes: 0, sha256: "", url: "http://localhost:9/" }),
}));
vi.mock("@/lib/config/env", async (load) => {
  const { config, ...rest } = await load<typeof import("@/lib/config/env")>();
  return { ...rest, config: () => ({ ...config(), modelPack: { ...config().modelPack, mirror: own.mirror } }) };
});
// Small files of our own, in the place of those that OpenCV publishes.
vi.mock("@/inference/models/packs", async (load) => {
  const { packOf, ...rest } = await load<typeof import("@/inference/models/packs")>();
  const published = () => ({
    detector: { ...own.file("detector.onnx"), version: "yunet-2023mar" },
    recognizer: { ...own.file("recognizer.onnx"), version: "sface-2021dec" },
  });
  return {
    ...rest,
    packOf: (id: Parameters<typeof packOf>[0]): ModelPack => {
      const pack = packOf(id);
      return id === "opencv" && pack.others ? { ...pack, others: { ...pack.others, published: published() } } : pack;
    },
  };
});
provideDatabase();

const place = path.join(folder, "models/opencv");
let asked: string[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const server = createServer((request, response) => {
  asked.push(`${request.url} ${request.headers.range ?? "all"}`);
  answer(request, response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  own.mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sha256 = createHash("sha256").update(content).digest("hex");
  own.file = (fileName) => ({ fileName, bytes: content.length, sha256, url: `http://localhost:9/${fileName}` });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const person = () => ({
  userId: randomUUID(),
  email: "olga@example.org",
  firstName: "Olga",
  lastName: "Berg",
  sessionId: "-",
});
let owner: AdminActor;
beforeEach(async () => {
  await stopPackDownloads();
  asked = [];
  await rm(place, { recursive: true, force: true });
  await mkdir(place, { recursive: true });
  await writeFile(path.join(place, `calibration-${calibration.tag}.json`), JSON.stringify(usableCalibration()));
  await db().modelState.deleteMany();
  await db().modelChoice.deleteMany();
  await findAnsweringModel({ packId: "standard", modelTag: standardModel.tag });
  owner = { ...person(), globalRole: "OWNER" };
});

function usableCalibration() {
  const rates = [-1, 0, 1].map((cosine) => ({ cosine, rate: 0.5 }));
  return { ...calibration, falseMatchRates: rates, falseNonMatchRates: rates };
}

const choose = (actor = owner) => choosePack(actor, { pack: "opencv", isLicenceAccepted: true });
const readDownload = async () => {
  const { packs } = await readPackChoice(owner);
  return packs.find(({ id }) => id === "opencv")?.download;
};
const readTrail = async ({ userId }: AdminActor) =>
  (await db().auditEvent.findMany({ where: { actorUserId: userId } })).map(({ action }) => action).sort();
/** Until it is so; a busy machine may take long. */
const poll = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 120_000 });
const isChosen = () => poll(readChosenPack).toBe("opencv");
const sendAll: typeof answer = (_, response) => response.end(content);
/** Some of each file, and the rest of all when `release` is called. */
function sendSlowly() {
  const waiting: (() => void)[] = [];
  answer = (_, response) => {
    response.write(content.subarray(0, 2000));
    waiting.push(() => response.end(content.subarray(2000)));
  };
  return () => {
    answer = sendAll;
    for (const finish of waiting) finish();
  };
}
const hasCome = (bytes: number) =>
  poll(readDownload).toEqual({
    state: "downloading",
    progress: { fileName: "detector.onnx", bytes, of: content.length },
  });

it("downloads in the background, tells how far it is, and makes the choice of who asked when all is there", async () => {
  const release = sendSlowly();
  expect(await choose()).toEqual({ state: "downloading" });
  await hasCome(2000);
  expect(await readChosenPack()).toBeNull();
  expect(await readTrail(owner)).toEqual([]);
  release();
  await isChosen();
  await poll(readDownload).toBeNull();
  expect(await readTrail(owner)).toEqual(["model_pack.accept_licence", "model_pack.choose"]);
  expect((await readPackChoice(owner)).state).toBe("preparing");
});

it("chooses at once when the files are there", async () => {
  for (const name of ["detector.onnx", "recognizer.onnx"]) await writeFile(path.join(place, name), content);
  expect(await choose()).toEqual({ state: "chosen" });
  expect(await readChosenPack()).toBe("opencv");
  expect(asked).toEqual([]);
});

it("downloads anew what has the size of the published file and is another one", async () => {
  for (const name of ["detector.onnx", "recognizer.onnx"]) await writeFile(path.join(place, name), content);
  await writeFile(path.join(place, "recognizer.onnx"), Buffer.alloc(content.length));
  answer = sendAll;
  expect(await choose()).toEqual({ state: "downloading" });
  await isChosen();
  expect(asked).toEqual(["/recognizer.onnx all"]);
});

it("has a second owner join a download, which counts as the choice of the first one", async () => {
  const release = sendSlowly();
  const second: AdminActor = { ...person(), globalRole: "OWNER" };
  expect(await Promise.all([choose(), choose(second)])).toEqual([{ state: "downloading" }, { state: "downloading" }]);
  await hasCome(2000);
  expect(await choose(second)).toEqual({ state: "downloading" });
  release();
  await isChosen();
  expect(asked).toEqual(["/detector.onnx all", "/recognizer.onnx all"]);
  expect([...(await readTrail(owner)), ...(await readTrail(second))]).toEqual([
    "model_pack.accept_licence",
    "model_pack.choose",
  ]);
});

it("tells why it failed until the next try, which goes on where the download broke off", async () => {
  let breakOff = () => {};
  answer = (_, response) => {
    response.writeHead(200, { "content-length": content.length }).write(content.subarray(0, 2000));
    breakOff = () => response.destroy();
  };
  await choose();
  await hasCome(2000);
  breakOff();
  const reason = expect.stringMatching(/detector\.onnx could not be had from http.*MODEL_MIRROR/);
  await poll(readDownload).toEqual({ state: "failed", reason });
  expect(await readChosenPack()).toBeNull();
  answer = ({ headers }, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
    response.writeHead(start > 0 ? 206 : 200).end(content.subarray(start));
  };
  await choose();
  await isChosen();
  expect(asked).toEqual(["/detector.onnx all", "/detector.onnx bytes=2000-", "/recognizer.onnx all"]);
  await poll(readDownload).toBeNull();
});

it("chooses nothing of which other bytes came or that nobody calibrated, until a later try succeeds", async () => {
  answer = (_, response) => response.end(Buffer.alloc(content.length, 4));
  await choose();
  const wrong = expect.stringContaining("is another file than the publisher's detector.onnx");
  await poll(readDownload).toEqual({ state: "failed", reason: wrong });
  answer = sendAll;
  const file = path.join(place, `calibration-${calibration.tag}.json`);
  await rm(file);
  await choose();
  const unknown = expect.stringContaining("Nobody has measured what similarities of sface-2021dec mean");
  await poll(readDownload).toEqual({ state: "failed", reason: unknown });
  expect(await readChosenPack()).toBeNull();
  await writeFile(file, JSON.stringify(usableCalibration()));
  expect(await choose()).toEqual({ state: "chosen" });
  expect(await readDownload()).toBeNull();
});

it("ends a download that is cancelled, and chooses nothing; a later one goes on", async () => {
  const release = sendSlowly();
  await choose();
  await hasCome(2000);
  await cancelPackDownload(owner, { pack: "opencv" });
  expect(await readDownload()).toBeNull();
  await expect(cancelPackDownload(owner, { pack: "opencv" })).rejects.toMatchObject({ code: "not_found" });
  release();
  expect(await readdir(place)).toContain("detector.onnx.part");
  await choose();
  await isChosen();
  expect(asked[1]).toBe("/detector.onnx bytes=2000-");
  expect(await readTrail(owner)).toEqual(["model_pack.accept_licence", "model_pack.choose"]);
});

it("lets only owners cancel", async () => {
  sendSlowly();
  await choose();
  const administrator: AdminActor = { ...person(), globalRole: "ADMINISTRATOR" };
  await expect(cancelPackDownload(administrator, { pack: "opencv" })).rejects.toMatchObject({ code: "forbidden" });
  await hasCome(2000);
});

it("gives way to a choice that was made while it downloaded, and says so", async () => {
  const release = sendSlowly();
  await choose();
  await hasCome(2000);
  expect(await choosePack(owner, { pack: "standard", isLicenceAccepted: true })).toEqual({ state: "chosen" });
  release();
  const reason = "Somebody else chose a model pack at the same time.";
  await poll(readDownload).toEqual({ state: "failed", reason });
  expect(await readChosenPack()).toBe("standard");
});
