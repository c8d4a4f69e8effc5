import { beforeAll, describe, expect, it } from "vitest";
import type { Mesh } from "@/inference/faces/mesh-points";
import { findMeshes, openTestSessions, readDemoPhoto } from "@/inference/faces/testing/find-photo-face";
import { type Frame, sceneSidePx, stillSidePx } from "./frame";
import { judgePictures } from "./judge-pictures";
import { judgeSeries } from "./multi-frame";
import { judgePlanarity } from "./planarity";
import { judgeSurround } from "./surround";

/** A face of 100 pixels across, its eyes 48 apart, as deep as faces are. */
function drawMesh(): Float32Array {
  const mesh = new Float32Array(468 * 3);
  for (let i = 0; i < 468; i++) {
    const [across, down] = [Math.sin(i * 12.9898), Math.cos(i * 78.233)];
    mesh.set([50 * across, 60 * down, 40 * (across ** 2 + down ** 2)], i * 3);
  }
  return mesh;
}

function move(mesh: Mesh, to: (x: number, y: number, z: number) => readonly [number, number]): Mesh {
  const moved = mesh.slice();
  for (let i = 0; i < moved.length; i += 3) {
    const [x, y] = to(mesh[i] as number, mesh[i + 1] as number, mesh[i + 2] as number);
    moved.set([x, y], i);
  }
  return moved;
}

const frame = (changes: Partial<Frame>): Frame => ({
  probability: 0.7,
  embedding: Float32Array.of(1, 0),
  mesh: drawMesh(),
  yaw: 0,
  still: new Uint8Array(stillSidePx ** 2),
  scene: new Uint8Array(sceneSidePx ** 2),
  width: 960,
  height: 960,
  ...changes,
});
/** A still that differs from all others. */
const stillOf = (seed: number) =>
  Uint8Array.from({ length: stillSidePx ** 2 }, (_, i) => 128 + 90 * Math.sin(i * seed));

describe("a series of pictures", () => {
  it("is no more than 0.1 when two people are on it", () => {
    const frames = [1, 2].map((seed) =>
      frame({ still: stillOf(seed), embedding: Float32Array.of(2 - seed, seed - 1) }),
    );
    expect(judgeSeries(frames, false)).toMatchObject({ isSamePerson: false });
    expect(judgeSeries(frames, false).probability).toBeLessThanOrEqual(0.1);
  });

  it("is no more than 0.4 when one picture comes again and again, and 0.2 when it is one file", () => {
    const frames = [1, 1, 1, 1].map((seed) => frame({ still: stillOf(seed), probability: 0.99 }));
    expect(judgeSeries(frames, false)).toMatchObject({ isSamePicture: true, probability: 0.4 });
    expect(judgeSeries(frames, true).probability).toBe(0.2);
  });

  it("goes with what most pictures say when one of them stands out", () => {
    const frames = [0.8, 0.8, 0.8, 0.001].map((probability, i) => frame({ probability, still: stillOf(i + 1) }));
    expect(judgeSeries(frames, false).probability).toBeCloseTo(0.8, 5);
  });
});

describe("planarity", () => {
  const turn = 0.2;
  const head = move(drawMesh(), (x, y, z) => [x * Math.cos(turn) + z * Math.sin(turn), y]);
  const photo = move(drawMesh(), (x, y) => {
    const depth = 1 + (x * Math.sin(turn)) / 400;
    return [(x * Math.cos(turn)) / depth, y / depth];
  });

  it("tells a turned head from a turned photo", () => {
    expect(judgePlanarity([frame({}), frame({ mesh: head, yaw: 11 })])).toBe(1);
    expect(judgePlanarity([frame({}), frame({ mesh: photo, yaw: 11 })])).toBeLessThan(-0.5);
  });

  it("says nothing of a face that hardly turns", () => {
    expect(judgePlanarity([frame({}), frame({ mesh: head, yaw: 3 })])).toBe(0);
  });
});

describe("surround", () => {
  const texture = (x: number, y: number) =>
    128 + 60 * Math.sin(x * 0.9 + Math.sin(y * 0.7) * 3) + 50 * Math.cos(y * 1.1);
  const sceneOf = (shift: number) =>
    Uint8Array.from({ length: sceneSidePx ** 2 }, (_, i) =>
      texture((i % sceneSidePx) - shift, Math.floor(i / sceneSidePx)),
    );
  const place = (shift: number) => move(drawMesh(), (x, y) => [x + 480 + shift * 10, y + 480]);

  it("holds paper that moves along with the face against it, and a background that stays in its favour", () => {
    const before = frame({ mesh: place(0), scene: sceneOf(0) });
    expect(judgeSurround([before, frame({ mesh: place(4), scene: sceneOf(4) })])).toBeCloseTo(-1, 5);
    expect(judgeSurround([before, frame({ mesh: place(4), scene: sceneOf(0) })])).toBeCloseTo(1, 5);
    expect(judgeSurround([before, frame({ mesh: place(1), scene: sceneOf(1) })])).toBe(0);
  });
});

describe("pictures, with the real networks", () => {
  let sessions: Awaited<ReturnType<typeof openTestSessions>>;
  beforeAll(async () => {
    sessions = await openTestSessions();
  });

  it("knows one file sent four times, and says which pictures show nobody", async () => {
    const photo = await readDemoPhoto(3);
    expect((await findMeshes(photo, sessions)).length).toBeGreaterThan(0);
    const verdict = await judgePictures([photo, photo], true, sessions);
    expect(verdict).toMatchObject({ isSamePerson: true, isSamePicture: true, faceless: [] });
    expect(verdict.probability).toBeLessThanOrEqual(0.2);
    const wall = { data: new Uint8Array(200 * 200 * 3).fill(150), width: 200, height: 200 };
    expect(await judgePictures([photo, wall], false, sessions)).toMatchObject({ probability: 0, faceless: [1] });
  });
});
