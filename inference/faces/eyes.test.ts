import { beforeAll, describe, expect, it } from "vitest";
import type { Sessions } from "@/inference/runtime/session-store";
import { findEyes } from "./eyes";
import { createFaceSubject } from "./face-subject";
import { findLandmarks5 } from "./landmarks5";
import { findLandmarks21 } from "./landmarks21";
import { findLandmarks68 } from "./landmarks68";
import { eyeCentres } from "./mesh-points";
import { findMouth } from "./mouth";
import { findMeshes, mirrorImage, openTestSessions, readDemoPhoto } from "./testing/find-photo-face";

let sessions: Sessions;
beforeAll(async () => {
  sessions = await openTestSessions();
});

/** The largest face of a sample or of its mirror image. */
async function subjectOf(number: number, isMirrored = false) {
  const photo = await readDemoPhoto(number);
  const image = isMirrored ? mirrorImage(photo) : photo;
  const [mesh = new Float32Array()] = await findMeshes(image, sessions);
  return createFaceSubject(image, mesh, sessions);
}

describe("eyes, mouth and the landmarks that need them", () => {
  it("reads the eyes of smiling people as open, in the mirror image too", async () => {
    for (const isMirrored of [false, true]) {
      const { left, right } = findEyes(await (await subjectOf(3, isMirrored)).eyes());
      expect(left.isOpen && right.isOpen).toBe(true);
      expect(left.openness).toBeLessThanOrEqual(1);
    }
  });

  it("places the pupils inside the eyes, left and right as seen in the picture", async () => {
    const face = await subjectOf(3);
    const [left, right] = eyeCentres(face.mesh);
    const apart = Math.hypot(right[0] - left[0], right[1] - left[1]);
    const points = findLandmarks21(face.mesh, await face.eyes());
    expect(points).toHaveLength(21);
    for (const [place, [x, y]] of [
      [7, left],
      [10, right],
    ] as const) {
      const [pupilX, pupilY] = points[place] ?? [0, 0];
      expect(Math.hypot(pupilX - x, pupilY - y)).toBeLessThan(0.1 * apart);
    }
    expect(points.flat().every(Number.isFinite)).toBe(true);
  });

  it("gives 68 points whose eyes and mouth agree with the five landmarks", async () => {
    const { mesh } = await subjectOf(3);
    const points = findLandmarks68(mesh);
    expect(points).toHaveLength(68);
    expect([points[48], points[54]]).toEqual(findLandmarks5(mesh).slice(3));
  });

  it("calls a mouth open whose lips stand a third of the way to the chin apart, and one with closed lips closed", async () => {
    const { mesh } = await subjectOf(3);
    const opened = mesh.slice();
    const [left, right] = eyeCentres(mesh);
    const length = (mesh[152 * 3 + 1] as number) - (left[1] + right[1]) / 2;
    opened[14 * 3 + 1] = (opened[13 * 3 + 1] as number) + length / 3;
    expect(findMouth(opened)).toMatchObject({ isOpen: true });
    const closed = mesh.slice();
    for (const [upper, lower] of [
      [13, 14],
      [82, 87],
      [312, 317],
    ] as const) {
      closed.copyWithin(lower * 3, upper * 3, upper * 3 + 3);
    }
    expect(findMouth(closed).openness).toBeLessThan(0.1);
  });
});
