import { expect, test } from "vitest";
import { meshPoint } from "@/inference/faces/mesh-points";
import { openTestSessions, readDemoPhoto } from "@/inference/faces/testing/find-photo-face";
import { createPyramid } from "@/inference/image/pyramid";
import { detectFaces } from "./detect-faces";
import { takeGivenBoxes } from "./given-boxes";

const noseTip = 1;

test("lays the points of a face whose box is known where the search lays them", async () => {
  const sessions = await openTestSessions();
  const photo = await readDemoPhoto(6);
  const pyramid = createPyramid(photo);
  const [found] = await detectFaces(pyramid, sessions, { probabilityMin: 0.7, searchSideMax: 640 });
  if (!found) throw new Error("The photo shows no face.");
  const { xMin, yMin, xMax, yMax } = found.box;
  const { width, height } = photo;
  const share = { xMin: xMin / width, yMin: yMin / height, xMax: xMax / width, yMax: yMax / height };
  const [given, ...others] = await takeGivenBoxes(pyramid, sessions, [share]);
  expect(others).toEqual([]);
  expect(given?.probability).toBe(1);
  expect(given?.box.xMin).toBeCloseTo(xMin, 6);
  const [x, y] = meshPoint(given?.mesh.points ?? new Float32Array(), noseTip);
  const [expectedX, expectedY] = meshPoint(found.mesh.points, noseTip);
  expect(Math.hypot(x - expectedX, y - expectedY) / (xMax - xMin)).toBeLessThan(0.05);
});

test("keeps the order of the boxes, and searches for nothing where none is given", async () => {
  const sessions = await openTestSessions();
  const pyramid = createPyramid({ data: new Uint8Array(64 * 48 * 3).fill(127), width: 64, height: 48 });
  const [right, left] = [
    { xMin: 0.5, yMin: 0, xMax: 1, yMax: 1 },
    { xMin: 0, yMin: 0, xMax: 0.5, yMax: 0.5 },
  ];
  const faces = await takeGivenBoxes(pyramid, sessions, [right, left]);
  expect(faces.map(({ box }) => box)).toEqual([
    { xMin: 32, yMin: 0, xMax: 64, yMax: 48 },
    { xMin: 0, yMin: 0, xMax: 32, yMax: 24 },
  ]);
  expect(await takeGivenBoxes(pyramid, sessions, [])).toEqual([]);
});
