import { beforeAll, describe, expect, it } from "vitest";
import { cosine } from "@/inference/calibration/cosine";
import { mirrorImage, readDemoPhoto } from "@/inference/faces/testing/find-photo-face";
import { warpCrop } from "@/inference/geometry/warp";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import { createPipeline, type Pipeline } from "@/inference/pipeline/pipeline";
import { findPack } from "./find-pack";
import type { PackNetworks } from "./pack-networks";
import { missingNetworks, sharedNetworks } from "./testing/shared-networks";

if (missingNetworks) process.stdout.write(`${missingNetworks}\n`);
const features = ["embedding", "landmarks5", "age", "liveness"] as const;

async function openPipeline(change: Partial<PackNetworks> = {}): Promise<Pipeline> {
  const { scrfd: detector, mobileFaceNet: recognizer, minifas: antispoof } = sharedNetworks;
  const networks = await findPack("none", "insightface", { detector, recognizer, antispoof });
  if (!networks) throw new TypeError("This pack has networks of its own.");
  const pack = { ...networks, ...change };
  return createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1, pack });
}

function boxOf({ box }: FaceAnalysis): number[] {
  return [box.xMin, box.yMin, box.xMax, box.yMax].map(Math.round);
}

describe.skipIf(missingNetworks !== undefined)("a pack of SCRFD, MobileFaceNet and an anti-spoof network", () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await openPipeline();
  });

  it("finds the faces that the standard pack finds, and describes them with the standard networks", async () => {
    const image = await readDemoPhoto(1);
    const standard = await createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1 });
    const [ours, theirs] = [await standard.analyze(image, { features }), await pipeline.analyze(image, { features })];
    expect(theirs.faces).toHaveLength(ours.faces.length);
    for (const [i, face] of theirs.faces.entries()) {
      const same = ours.faces[i] as FaceAnalysis;
      expect(Math.abs((face.age?.years ?? 0) - (same.age?.years ?? 100))).toBeLessThan(6);
      const [nose, expected] = [face.landmarks5?.[2] ?? [0, 0], same.landmarks5?.[2] ?? [-100, -100]];
      expect(Math.hypot(nose[0] - expected[0], nose[1] - expected[1])).toBeLessThan(6);
      expect(face.embedding).toHaveLength(128);
    }
    expect(theirs.versions.detector).toMatch(/^scrfd-[0-9a-f]{12}$/);
    expect(theirs.versions.embedding).toMatch(/^arcface-[0-9a-f]{12}$/);
    expect(theirs.versions.liveness).toMatch(/liveness-1.*\+antispoof-[0-9a-f]{12}$/);
    expect(theirs.versions.age).toBe(ours.versions.age);
  });

  it("knows a face in the mirror and tells it from another's", async () => {
    const embed = async (image: Awaited<ReturnType<typeof readDemoPhoto>>) =>
      (await pipeline.analyze(image, { features: ["embedding"], facesMax: 1 })).faces[0]?.embedding ??
      new Float32Array();
    const [first, second] = [await readDemoPhoto(3), await readDemoPhoto(4)];
    const embedding = await embed(first);
    expect(Math.hypot(...embedding)).toBeCloseTo(1, 5);
    expect(cosine(embedding, await embed(mirrorImage(first)))).toBeGreaterThan(0.7);
    expect(cosine(embedding, await embed(second))).toBeLessThan(0.5);
  });

  it("finds with YuNet what SCRFD finds, nearly where it is", async () => {
    const image = await readDemoPhoto(2);
    const yunet = await openPipeline({ detector: { kind: "yunet", file: sharedNetworks.yunet, version: "yunet" } });
    const [a, b] = [await pipeline.analyze(image, { features: [] }), await yunet.analyze(image, { features: [] })];
    expect(a.faces.length).toBeGreaterThan(1);
    const [found, same] = [a, b].map(({ faces }) => faces.map(boxOf).toSorted(([x = 0], [y = 0]) => x - y));
    expect(same).toHaveLength(a.faces.length);
    for (const [face, box] of (found ?? []).entries()) {
      const [left = 0, , right = 0] = box;
      for (const [edge, at] of box.entries()) {
        expect(Math.abs((same?.[face]?.[edge] ?? 0) - at)).toBeLessThan(0.25 * (right - left));
      }
    }
  });

  it("embeds a picture that is the face already, and one whose face fills it", async () => {
    const image = await readDemoPhoto(3);
    const whole = await pipeline.analyze(image, { features: ["embedding"], wholeImage: true });
    expect(whole.faces[0]?.embedding).toHaveLength(128);
    const [face] = (await pipeline.analyze(image, { features: [], facesMax: 1 })).faces;
    const { xMin = 0, yMin = 0, xMax = 0, yMax = 0 } = face?.box ?? {};
    const [width, height] = [Math.round(xMax - xMin), Math.round(yMax - yMin)];
    const tight = { data: warpCrop(image, { a: 1, b: 0, tx: xMin, ty: yMin }, width, height), width, height };
    expect((await pipeline.analyze(tight, { features: [] })).faces).toHaveLength(1);
  });

  it("refuses a detector of another kind", async () => {
    const wrong = await openPipeline({ detector: { kind: "yunet", file: sharedNetworks.scrfd, version: "none" } });
    await expect(wrong.analyze(await readDemoPhoto(1), { features: [] })).rejects.toMatchObject({
      code: "model_corrupt",
    });
  });
});
