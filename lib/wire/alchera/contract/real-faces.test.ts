import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { decodeImage } from "@/inference/image/decode";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { setEngine } from "@/inference/pipeline/engine";
import { createPipeline } from "@/inference/pipeline/pipeline";
import { rawZip } from "@/lib/domain/jobs/testing/raw-zip";
import { filesForm, post } from "@/lib/wire/testing/alchera-app";
import { keys, makeReady } from "@/lib/wire/testing/harness";

vi.mock("@/lib/domain/api-keys/service", () => import("@/lib/wire/testing/harness"));

const limits = { pixelsMax: 40_000_000, sideMax: 20_000, timeoutMs: 120_000 };
const demo = (number: number) => `node_modules/@vladmandic/face-api/demo/sample${number}.jpg`;
const border = 0.6;

/** The real networks in this thread; nothing of the answers is a stub. */
beforeAll(async () => {
  makeReady();
  const pipeline = await createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1 });
  setEngine({
    analyze: async (bytes, options) => {
      const { detectMs, ...analysis } = await pipeline.analyze(await decodeImage(bytes, limits), options);
      return { ...analysis, timingsMs: { queue: 0, decode: 0, detect: detectMs } };
    },
    judgeSeries: async (pictures) => {
      const images = [];
      for (const bytes of pictures) images.push(await decodeImage(bytes, limits));
      return pipeline.judgeSeries(images, false);
    },
    requireRoom: () => {},
    stats: () => ({ workers: 1, busy: 0, queued: 0, restarts: 0, completed: 0 }),
    close: async () => {},
  });
});

/** Bare pixels of the aligned faces of a photo, largest face first. */
async function alignedFacesOf(file: string): Promise<Uint8Array[]> {
  const body = new Uint8Array(await readFile(file));
  const answer = await (await post("alignedfaces", { key: keys.detection, body })).json();
  const { aligned_faces: faces } = answer as { aligned_faces: { image_data: string }[] };
  return faces.map(({ image_data }) => new Uint8Array(Buffer.from(image_data, "base64")));
}

async function compare(a: Uint8Array, b: Uint8Array): Promise<number> {
  const body = filesForm({ image_a: a, image_b: b });
  const answer = await (await post("similarity/v2", { key: keys.verification, body })).json();
  return (answer as { similarity: number }).similarity;
}

const asJpeg = async (pixels: Uint8Array) =>
  new Uint8Array(
    await sharp(pixels, { raw: { width: 112, height: 112, channels: 3 } })
      .jpeg({ quality: 90 })
      .toBuffer(),
  );

describe("aligned faces of photos", () => {
  it("score above the border for the one person of two photos and below it for all the others", async () => {
    const [here, there] = [await alignedFacesOf(demo(1)), await alignedFacesOf(demo(3))];
    const scores: number[] = [];
    for (const a of here) for (const b of there) scores.push(await compare(await asJpeg(a), await asJpeg(b)));
    expect(scores).toHaveLength(9);
    expect(scores.filter((score) => score >= border)).toHaveLength(1);
    expect(Math.max(...scores)).toBeGreaterThan(0.7);
  });

  it("score 1 against themselves, sent as they came", async () => {
    const [face] = await alignedFacesOf(demo(1));
    expect(await compare(face as Uint8Array, face as Uint8Array)).toBe(1);
  });

  const lfw = "../shared/data/lfw";
  it.skipIf(!existsSync(lfw))(
    "tell pairs of LFW apart as often as whole photos do",
    async () => {
      const lines = (await readFile(`${lfw}/pairs.txt`, "utf8"))
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t"));
      const file = (name = "", number = "") => `${lfw}/images/${name}/${name}_${number.trim().padStart(4, "0")}.jpg`;
      const pairs = lines.map(([name, a, other, b]) =>
        b === undefined ? [file(name, a), file(name, other)] : [file(name, a), file(other, b)],
      );
      const isSame = lines.map(({ length }) => length === 3);
      let right = 0;
      const chosen = pairs.flatMap((pair, at) => (at % 100 === 0 && pair.every(existsSync) ? [at] : []));
      for (const at of chosen) {
        const [[a], [b]] = (await Promise.all((pairs[at] as string[]).map(alignedFacesOf))) as [
          Uint8Array[],
          Uint8Array[],
        ];
        const similarity = await compare(await asJpeg(a as Uint8Array), await asJpeg(b as Uint8Array));
        if (similarity >= border === isSame[at]) right += 1;
      }
      expect(chosen.length).toBeGreaterThan(20);
      expect(right / chosen.length).toBeGreaterThan(0.9);
    },
    300_000,
  );
});

it("answers a photo with squares, 106 points and the angles of each face", async () => {
  const body = new Uint8Array(await readFile(demo(6)));
  const answer = await (await post("faces", { key: keys.detection, body })).json();
  const { faces } = answer as {
    faces: {
      box: Record<"x" | "y" | "width" | "height", number>;
      landmark: { lm_points: { x: number; y: number }[] };
    }[];
  };
  expect(faces.length).toBeGreaterThan(2);
  for (const { box, landmark } of faces) {
    expect(box.width).toBe(box.height);
    expect(landmark.lm_points).toHaveLength(106);
    for (const { x, y } of landmark.lm_points) {
      expect(x - box.x).toBeGreaterThan(-0.001);
      expect(x - box.x - box.width).toBeLessThan(0.001);
      expect(y - box.y).toBeGreaterThan(-0.001);
      expect(y - box.y - box.height).toBeLessThan(0.001);
    }
  }
});

it("does not take one photo four times for a living person", async () => {
  const content = await readFile(demo(1));
  const images = rawZip([1, 2, 3, 4].map((number) => ({ name: `${number}.jpg`, content })));
  const answer = await (await post("liveness/multiframe", { key: keys.liveness, body: filesForm({ images }) })).json();
  const { confidence } = answer as { confidence: number };
  expect(confidence).toBeLessThanOrEqual(0.4);
});
