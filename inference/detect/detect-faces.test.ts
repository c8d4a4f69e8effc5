import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { warpCrop } from "@/inference/geometry/warp";
import { decodeImage } from "@/inference/image/decode";
import { createPyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import { type QuarterTurns, turnBack, turnImage } from "@/inference/image/turn-image";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { createSessionStore, type Sessions } from "@/inference/runtime/session-store";
import { iouOf } from "./candidate";
import { defaultProbabilityMin, defaultSearchSideMax, detectFaces } from "./detect-faces";

const settings = { probabilityMin: defaultProbabilityMin, searchSideMax: defaultSearchSideMax };
let sessions: Sessions;
const detect = (image: RgbImage) => detectFaces(createPyramid(image), sessions, settings);

async function readDemo(number: number): Promise<RgbImage> {
  const bytes = await readFile(`node_modules/@vladmandic/face-api/demo/sample${number}.jpg`);
  return decodeImage(bytes, { pixelsMax: 40_000_000, sideMax: 16_384, timeoutMs: 120_000 });
}

/** One of the four people of the sixth photo, alone. */
async function readPortrait(): Promise<RgbImage> {
  const [width, height] = [480, 560];
  return { data: warpCrop(await readDemo(6), { a: 1, b: 0, tx: 520, ty: 220 }, width, height), width, height };
}

beforeAll(async () => {
  sessions = createSessionStore(await testModelsDir(), 1);
});

describe("detectFaces", () => {
  it.each([
    [1, 3],
    [2, 3],
    [3, 3],
    [4, 4],
    [5, 5],
    [6, 4],
  ])("finds all people of demo photo %i: %i", async (number, people) => {
    const image = await readDemo(number);
    const faces = await detect(image);
    expect(faces).toHaveLength(people);
    const sides = faces.map(({ box }) => (box.xMax - box.xMin) * (box.yMax - box.yMin));
    expect(sides).toEqual(sides.toSorted((a, b) => b - a));
    for (const { box } of faces)
      expect(box.xMin >= 0 && box.xMax <= image.width && box.yMax <= image.height).toBe(true);
  });

  it.each([1, 2, 3] as const satisfies QuarterTurns[])(
    "finds the same face in a picture turned %s times",
    async (turns) => {
      const portrait = await readPortrait();
      const [upright] = await detect(portrait);
      const [turned, ...others] = await detect(turnImage(portrait, turns));
      expect(others).toEqual([]);
      const corners = [
        turned?.box.xMin ?? 0,
        turned?.box.yMin ?? 0,
        turned?.box.xMax ?? 0,
        turned?.box.yMax ?? 0,
      ] as const;
      const [x1, y1] = turnBack([corners[0], corners[1]], turns, portrait.width, portrait.height);
      const [x2, y2] = turnBack([corners[2], corners[3]], turns, portrait.width, portrait.height);
      const box = { xMin: Math.min(x1, x2), yMin: Math.min(y1, y2), xMax: Math.max(x1, x2), yMax: Math.max(y1, y2) };
      expect(iouOf(box, upright?.box ?? { xMin: 0, yMin: 0, xMax: 0, yMax: 0 })).toBeGreaterThan(0.6);
    },
  );

  it("finds nobody on an even wall", async () => {
    expect(await detect({ data: new Uint8Array(640 * 480 * 3).fill(180), width: 640, height: 480 })).toEqual([]);
  });

  it.each([
    [1, 1],
    [3, 700],
    [700, 3],
  ])("survives a picture of %i x %i pixels", async (width, height) => {
    expect(await detect({ data: new Uint8Array(width * height * 3), width, height })).toEqual([]);
  });

  it("drops everything at a threshold of one", async () => {
    const portrait = createPyramid(await readPortrait());
    expect(await detectFaces(portrait, sessions, { ...settings, probabilityMin: 1 })).toEqual([]);
  });
});
