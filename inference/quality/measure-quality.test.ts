import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { analyzeFace } from "@/inference/faces/analyze-face";
import { findMeshes, openTestSessions, readDemoPhoto } from "@/inference/faces/testing/find-photo-face";
import { warpCrop } from "@/inference/geometry/warp";
import type { RgbImage } from "@/inference/image/rgb-image";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import type { FaceAnalysis } from "@/inference/pipeline/analysis";
import { createPipeline, type Pipeline } from "@/inference/pipeline/pipeline";
import { type QualityMeasure, qualityMeasures } from "./measures";

// Dozens of runs of networks, also on a busy machine.

let pipeline: Pipeline;
let portrait: RgbImage;
let box: FaceAnalysis["box"];

function cut(image: RgbImage, x: number, y: number, width: number, height: number, scale = 1): RgbImage {
  const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
  const data = warpCrop(image, { a: 1 / scale, b: 0, tx: Math.round(x), ty: Math.round(y) }, columns, rows);
  return { data, width: columns, height: rows };
}

/** Changes every colour value; `x` and `y` as shares of the face's box. */
function repaint(image: RgbImage, change: (value: number, x: number, y: number) => number): RgbImage {
  const data = image.data.map((value, i) => {
    const [column, row] = [Math.floor(i / 3) % image.width, Math.floor(i / 3 / image.width)];
    const [x, y] = [(column - box.xMin) / (box.xMax - box.xMin), (row - box.yMin) / (box.yMax - box.yMin)];
    return Math.max(0, Math.min(255, Math.round(change(value, x, y))));
  });
  return { ...image, data };
}

/** A blur by showing the picture in fewer pixels. */
const coarsened = (image: RgbImage, times: number) =>
  cut(cut(image, 0, 0, image.width, image.height, 1 / times), 0, 0, image.width / times, image.height / times, times);

async function measure<M extends QualityMeasure>(image: RgbImage, ...quality: M[]) {
  const { faces } = await pipeline.analyze(image, { features: [], quality });
  const values = faces[0]?.quality;
  if (!values) throw new Error("no face");
  return values as Record<M, { native: number; score: number }>;
}

beforeAll(async () => {
  pipeline = await createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1 });
  const photo = await readDemoPhoto(3);
  const [face] = (await pipeline.analyze(photo, { features: [], facesMax: 1 })).faces;
  if (!face) throw new Error("no face");
  const { xMin, yMin, xMax, yMax } = face.box;
  const side = 2 * Math.max(xMax - xMin, yMax - yMin);
  portrait = cut(photo, (xMin + xMax - side) / 2, (yMin + yMax - side) / 2, side, side);
  box = (await pipeline.analyze(portrait, { features: [], facesMax: 1 })).faces[0]?.box ?? face.box;
});

describe("measureQuality", () => {
  it("gives every measure it is asked for a finite value and a whole score from 0 to 100, and no other", async () => {
    const values = await measure(portrait, ...qualityMeasures);
    expect(Object.keys(values)).toEqual(qualityMeasures);
    for (const { native, score } of Object.values(values)) {
      expect(Number.isFinite(native) && Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
    }
    expect(Object.keys(await measure(portrait, "yaw"))).toEqual(["yaw"]);
  });

  it("finds a blurred face less sharp the stronger the blur", async () => {
    const scores = [];
    for (const times of [1, 2, 3, 4]) {
      scores.push((await measure(coarsened(portrait, times), "sharpness")).sharpness.native);
    }
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect((scores[0] ?? 0) - (scores[3] ?? 0)).toBeGreaterThan(0.3);
  });

  it("finds a face brighter the higher the gain, and one in the dark underexposed", async () => {
    const values = [];
    for (const gain of [0.3, 0.7, 1, 1.3]) {
      const changed = repaint(portrait, (value) => gain * value);
      values.push((await measure(changed, "brightness")).brightness.native);
    }
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    const dark = await measure(
      repaint(portrait, (value) => 0.15 * value),
      "underExposure",
      "luminanceMean",
    );
    expect(dark.underExposure.score).toBeLessThan(50);
    expect(dark.luminanceMean.score).toBeLessThan(50);
  });

  it("finds a face whose half is dark unevenly lit", async () => {
    const half = repaint(portrait, (value, x) => (x < 0.5 ? 0.3 * value : value));
    const [before, after] = [
      await measure(portrait, "illuminationUniformity"),
      await measure(half, "illuminationUniformity"),
    ];
    expect(after.illuminationUniformity.native).toBeLessThan(0.5 * before.illuminationUniformity.native);
  });

  it("finds grain, blown-out light and grey pictures", async () => {
    let state = 1;
    const random = () => {
      state = (state * 16807) % 2147483647;
      return state / 2147483647;
    };
    const grainy = repaint(portrait, (value) => value + 35 * (random() + random() + random() - 1.5));
    expect((await measure(grainy, "noise")).noise.score).toBeLessThan(20);
    const lit = repaint(portrait, (value, x, y) => (Math.hypot(x - 0.5, y - 0.6) < 0.12 ? 255 : value));
    expect((await measure(lit, "flare")).flare.score).toBeLessThan(50);
    const { data } = portrait;
    const grey = { ...portrait, data: data.map((_, i) => data[i - (i % 3)] ?? 0) };
    expect((await measure(grey, "naturalColour")).naturalColour.score).toBe(0);
  });

  it("finds a picture compressed the more the lower its JPEG quality", async () => {
    const { data, width, height } = portrait;
    const values = [];
    for (const quality of [95, 50, 20, 8]) {
      const encoded = await sharp(data, { raw: { width, height, channels: 3 } })
        .jpeg({ quality })
        .toBuffer();
      const image = { width, height, data: await sharp(encoded).raw().toBuffer() };
      values.push((await measure(image, "compression")).compression.score);
    }
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect((values[0] ?? 0) - (values[3] ?? 100)).toBeGreaterThan(40);
  });

  it("finds a background of stripes less even than a plain one", async () => {
    const isAround = (x: number, y: number) => x < -0.3 || x > 1.3 || y < -0.45;
    const plain = repaint(portrait, (value, x, y) => (isAround(x, y) ? 128 : value));
    const striped = repaint(portrait, (value, x, y) =>
      isAround(x, y) ? (Math.floor(12 * x) % 2 === 0 ? 20 : 230) : value,
    );
    const [even, uneven] = [
      await measure(plain, "backgroundUniformity"),
      await measure(striped, "backgroundUniformity"),
    ];
    expect(uneven.backgroundUniformity.score).toBeLessThan(even.backgroundUniformity.score - 20);
  });

  it("flags the eyes and not the nose under a black bar over the eyes", async () => {
    const barred = repaint(portrait, (value, _, y) => (y > 0.22 && y < 0.48 ? 0 : value));
    // The mesh of the bare face: no detector finds one behind such a bar.
    const sessions = await openTestSessions();
    const [mesh = new Float32Array()] = await findMeshes(portrait, sessions);
    const wanted = { measures: ["eyesVisible", "noseVisible", "mouthVisible"], rivalShare: 0 } as const;
    const { quality } = await analyzeFace({ image: barred, mesh, features: [], quality: wanted, sessions });
    expect(quality?.eyesVisible?.score).toBeLessThan(50);
    expect(quality?.noseVisible?.score).toBeGreaterThan(50);
    expect(quality?.mouthVisible?.score).toBeGreaterThan(50);
  });

  it("keeps the sharpness and doubles the distance of the eyes in a picture twice as large", async () => {
    const large = cut(portrait, 0, 0, portrait.width, portrait.height, 2);
    const [once, twice] = [
      await measure(portrait, "sharpness", "eyesDistance", "faceSize"),
      await measure(large, "sharpness", "eyesDistance", "faceSize"),
    ];
    expect(Math.abs(once.sharpness.score - twice.sharpness.score)).toBeLessThanOrEqual(10);
    expect(twice.eyesDistance.native / once.eyesDistance.native).toBeCloseTo(2, 1);
    expect(twice.faceSize.native).toBeCloseTo(once.faceSize.native, 1);
  });

  it("scores the recognition of a worsened face lower", async () => {
    const { unified } = await measure(portrait, "unified");
    const worse = await measure(coarsened(portrait, 8), "unified");
    expect(worse.unified.score).toBeLessThan(unified.score);
    expect(unified.score).toBeGreaterThan(50);
  });
});
