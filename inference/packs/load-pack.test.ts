import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import standardCalibration from "@/inference/calibration/similarity.json" with { type: "json" };
import { standardModel } from "@/inference/calibration/standard-model";
import { packs } from "@/inference/models/packs";
import { calibrationFile, type LoadedPack, loadPack } from "./load-pack";
import { missingNetworks, sharedNetworks } from "./testing/shared-networks";

let packsDir: string;
beforeEach(async () => {
  packsDir = await mkdtemp(path.join(os.tmpdir(), "mien-packs-"));
});
afterEach(() => rm(packsDir, { recursive: true }));

async function calibrate(id: LoadedPack["id"], tag: string, text?: string): Promise<void> {
  const file = calibrationFile(packsDir, id, tag);
  const logistic = { distance: 1, slope: 3 };
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text ?? JSON.stringify({ ...standardCalibration, tag, numbers: 128, logistic }));
}

describe("the standard pack", () => {
  it("needs no files, and takes a calibration that was made here", async () => {
    expect(await loadPack({ packsDir, id: "standard", files: {} })).toEqual({
      id: "standard",
      networks: undefined,
      model: standardModel,
    });
    await calibrate("standard", standardModel.tag);
    const { model } = await loadPack({ packsDir, id: "standard", files: {} });
    expect(model.tag).toBe(standardModel.tag);
    expect(model.scale.similarityOf(0.5)).toBeCloseTo(0.5, 12);
  });

  it.each(["", "[]", "{}", '{"tag":"other"}'])("refuses %j as a calibration, naming the file", async (text) => {
    await calibrate("standard", standardModel.tag, text);
    const loading = loadPack({ packsDir, id: "standard", files: {} });
    await expect(loading).rejects.toMatchObject({ code: "model_corrupt", message: expect.stringContaining(packsDir) });
  });
});

describe("a pack of one's own files", () => {
  it("says which file is missing and where it belongs", async () => {
    const missing = path.join(packsDir, "insightface", "detector.onnx");
    const loading = loadPack({ packsDir, id: "insightface", files: {} });
    await expect(loading).rejects.toMatchObject({ code: "model_missing", message: expect.stringContaining(missing) });
    const antispoof = path.join(packsDir, "none.onnx");
    const file = path.join(packsDir, "any.onnx");
    await writeFile(file, "any");
    const named = loadPack({ packsDir, id: "insightface", files: { detector: file, recognizer: file, antispoof } });
    await expect(named).rejects.toThrow(antispoof);
  });

  it("does not start before somebody measured what its similarities mean, and tells files apart", async () => {
    const [detector, recognizer] = [path.join(packsDir, "a.onnx"), path.join(packsDir, "b.onnx")];
    await writeFile(detector, "one");
    await writeFile(recognizer, "two");
    const load = () => loadPack({ packsDir, id: "insightface", files: { detector, recognizer } });
    await expect(load()).rejects.toThrow("npm run calibrate");
    // The SHA-256 of "two" begins with this.
    await calibrate("insightface", "arcface-3fc4ccfe7458");
    const { networks, model } = await load();
    expect(model).toMatchObject({ tag: "arcface-3fc4ccfe7458", numbers: 128 });
    expect(networks?.detector).toEqual({ kind: "scrfd", file: detector, version: "scrfd-7692c3ad3540" });
    expect(networks).not.toHaveProperty("antispoof");
    await writeFile(recognizer, "three");
    await expect(load()).rejects.toThrow("npm run calibrate");
  });
});

describe.skipIf(missingNetworks !== undefined)("published files", () => {
  it("are those of the registry, and what is missing is named with its address", async () => {
    const mirror = path.join(packsDir, "mirror");
    const { detector, recognizer } = packs.opencv.others.published;
    await mkdir(mirror);
    await writeFile(path.join(mirror, detector.fileName), await readFile(sharedNetworks.yunet));
    const loading = loadPack({ packsDir, id: "opencv", files: {}, mirror });
    await expect(loading).rejects.toMatchObject({
      code: "model_missing",
      message: expect.stringContaining(recognizer.url),
    });
    const fetched = await readFile(path.join(packsDir, "opencv", detector.fileName));
    expect(fetched).toHaveLength(detector.bytes);
  });
});
