import { beforeAll, describe, expect, it } from "vitest";
import type { RgbImage } from "@/inference/image/rgb-image";
import type { Point } from "@/inference/pipeline/analysis";
import { findPose } from "./head-pose";
import { findLandmarks5 } from "./landmarks5";
import { findLandmarks106 } from "./landmarks106";
import { layout106 } from "./landmarks106-layout";
import type { Mesh } from "./mesh-points";
import { findMeshes, mirrorImage, openTestSessions, readDemoPhoto } from "./testing/find-photo-face";

let image: RgbImage;
let mesh: Mesh;
let mirroredMesh: Mesh;

beforeAll(async () => {
  const sessions = await openTestSessions();
  image = await readDemoPhoto(6);
  [mesh, mirroredMesh] = (await Promise.all(
    [image, mirrorImage(image)].map(async (picture) => (await findMeshes(picture, sessions))[0] ?? new Float32Array()),
  )) as [Mesh, Mesh];
});

/** Largest distance between points of two faces, as a share of the distance between the eyes. */
function farthest(points: readonly Point[], others: readonly Point[]): number {
  const [left = [0, 0], right = [0, 0]] = findLandmarks5(mesh);
  const eyes = Math.hypot(right[0] - left[0], right[1] - left[1]);
  return (
    Math.max(...points.map(([x, y], i) => Math.hypot(x - (others[i]?.[0] ?? 0), y - (others[i]?.[1] ?? 0)))) / eyes
  );
}

const unmirror = ([x, y]: Point): Point => [image.width - x, y];

describe("landmarks of a photo and of its mirror image", () => {
  it("gives the five points in mirrored places, with left and right exchanged", () => {
    const [leftEye, rightEye, nose, leftMouth, rightMouth] = findLandmarks5(mirroredMesh).map(unmirror);
    const exchanged = [rightEye, leftEye, nose, rightMouth, leftMouth] as Point[];
    expect(farthest(findLandmarks5(mesh), exchanged)).toBeLessThan(0.12);
  });

  it("gives the contour of the 106 points in mirrored places, in the other direction", () => {
    const contourOf = (points: readonly Point[]) => layout106.contour.map((index) => points[index] as Point);
    const mirrored = contourOf(findLandmarks106(mirroredMesh).map(unmirror)).toReversed();
    expect(farthest(contourOf(findLandmarks106(mesh)), mirrored)).toBeLessThan(0.25);
  });

  it("turns yaw and roll round and keeps the pitch", () => {
    const [pose, mirrored] = [findPose(mesh), findPose(mirroredMesh)];
    expect(Math.abs(pose.yaw)).toBeGreaterThan(5);
    expect(Math.abs(pose.yaw + mirrored.yaw)).toBeLessThan(5);
    expect(Math.abs(pose.roll + mirrored.roll)).toBeLessThan(3);
    expect(Math.abs(pose.pitch - mirrored.pitch)).toBeLessThan(5);
  });
});

describe("findLandmarks106", () => {
  it("fills every one of the 106 places exactly once", () => {
    const { contour, features, eyeCentres } = layout106;
    const targets = [...contour, ...features.map(([target]) => target), ...eyeCentres.flat()];
    expect(targets.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 106 }, (_, i) => i));
    expect(findLandmarks106(mesh).flat().every(Number.isFinite)).toBe(true);
  });

  it("puts the chin below the mouth, the brows above the eyes and the nose tip between eyes and mouth", () => {
    const points = findLandmarks106(mesh);
    const y = (index: number) => points[index]?.[1] ?? Number.NaN;
    expect(y(0)).toBeGreaterThan(y(53));
    expect(y(49)).toBeLessThan(y(38));
    expect(y(104)).toBeLessThan(y(88));
    expect(y(86)).toBeGreaterThan(y(38));
    expect(y(86)).toBeLessThan(y(52));
  });
});

describe("findLandmarks5", () => {
  it("puts the eye and mouth corner further left in the picture first, also upside down", () => {
    const turned = mesh.map((value, i) =>
      i % 3 === 0 ? image.width - value : i % 3 === 1 ? image.height - value : value,
    );
    for (const candidate of [mesh, turned]) {
      const [leftEye, rightEye, , leftMouth, rightMouth] = findLandmarks5(candidate);
      expect(leftEye?.[0]).toBeLessThan(rightEye?.[0] ?? 0);
      expect(leftMouth?.[0]).toBeLessThan(rightMouth?.[0] ?? 0);
    }
  });
});
