import { expect, it } from "vitest";
import { meshPoint } from "@/inference/faces/mesh-points";
import { findMeshes, openTestSessions, readDemoPhoto } from "@/inference/faces/testing/find-photo-face";
import { createPyramid } from "@/inference/image/pyramid";
import { detectBodies } from "./detect-bodies";

it("finds a body around every face of a photo of several people, inside the picture", async () => {
  const sessions = await openTestSessions();
  const photo = await readDemoPhoto(6);
  const bodies = await detectBodies(createPyramid(photo), sessions);
  const meshes = await findMeshes(photo, sessions);
  expect(meshes.length).toBeGreaterThanOrEqual(4);
  for (const mesh of meshes) {
    const [x, y] = meshPoint(mesh, 1);
    expect(bodies.some(({ xMin, xMax, yMin, yMax }) => xMin < x && x < xMax && yMin < y && y < yMax)).toBe(true);
  }
  for (const { xMin, yMin, xMax, yMax, probability } of bodies) {
    expect([xMin, yMin].every((edge) => edge >= 0)).toBe(true);
    expect(xMax).toBeLessThanOrEqual(photo.width);
    expect(yMax).toBeLessThanOrEqual(photo.height);
    expect(probability).toBeGreaterThanOrEqual(0.2);
  }
});

it("finds nobody on a wall", async () => {
  const wall = { data: new Uint8Array(300 * 200 * 3).fill(160), width: 300, height: 200 };
  expect(await detectBodies(createPyramid(wall), await openTestSessions())).toEqual([]);
});
