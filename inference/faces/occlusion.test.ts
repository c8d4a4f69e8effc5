import { beforeAll, describe, expect, it } from "vitest";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Sessions } from "@/inference/runtime/session-store";
import { createFaceSubject } from "./face-subject";
import { eyeCentres, type Mesh, meshPoint } from "./mesh-points";
import { findOcclusion } from "./occlusion";
import { findMeshes, mirrorImage, openTestSessions, readDemoPhoto } from "./testing/find-photo-face";

let sessions: Sessions;
let photo: RgbImage;
let mesh: Mesh;
beforeAll(async () => {
  sessions = await openTestSessions();
  photo = await readDemoPhoto(3);
  mesh = (await findMeshes(photo, sessions))[0] as Mesh;
});

/** The photo with a dark ellipse, as far across and down as shares of the distance between the eyes. */
function cover([x, y]: readonly [number, number], across: number, down: number): RgbImage {
  const [left, right] = eyeCentres(mesh);
  const apart = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const data = photo.data.slice();
  for (let row = 0; row < photo.height; row++) {
    for (let column = 0; column < photo.width; column++) {
      const inside = Math.hypot((column - x) / (across * apart), (row - y) / (down * apart)) < 1;
      if (inside) data.fill(40, (row * photo.width + column) * 3, (row * photo.width + column) * 3 + 3);
    }
  }
  return { ...photo, data };
}

async function hiddenRegions(image: RgbImage, points: Mesh): Promise<string[]> {
  const regions = await findOcclusion(createFaceSubject(image, points, sessions));
  return Object.entries(regions).flatMap(([name, { isOccluded }]) => (isOccluded ? [name] : []));
}

describe("findOcclusion", () => {
  it("finds nothing hidden in a bare face or in its mirror image", async () => {
    expect(await hiddenRegions(photo, mesh)).toEqual([]);
    const mirrored = mirrorImage(photo);
    expect(await hiddenRegions(mirrored, (await findMeshes(mirrored, sessions))[0] as Mesh)).toEqual([]);
  });

  it("is surest of the eye that is covered, left as seen in the picture", async () => {
    for (const [side, name, other] of [
      [0, "leftEye", "rightEye"],
      [1, "rightEye", "leftEye"],
    ] as const) {
      const covered = cover(eyeCentres(mesh)[side], 0.4, 0.35);
      const regions = await findOcclusion(createFaceSubject(covered, mesh, sessions));
      expect(regions[name].isOccluded).toBe(true);
      expect(regions[name].probability).toBeGreaterThan(regions[other].probability);
      expect(regions.mouth.isOccluded).toBe(false);
    }
  });

  it("finds a covered mouth, and not the eyes", async () => {
    const hidden = await hiddenRegions(cover(meshPoint(mesh, 13), 0.8, 0.4), mesh);
    expect(hidden).toContain("mouth");
    expect(hidden).not.toContain("leftEye");
    expect(hidden).not.toContain("rightEye");
  });
});
