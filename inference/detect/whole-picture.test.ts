import { expect, test } from "vitest";
import { meshPoint } from "@/inference/faces/mesh-points";
import { openTestSessions, readDemoPhoto } from "@/inference/faces/testing/find-photo-face";
import { warpCrop } from "@/inference/geometry/warp";
import { createPyramid } from "@/inference/image/pyramid";
import { detectFaces } from "./detect-faces";
import { takeWholePicture } from "./whole-picture";

const noseTip = 1;

test("lays the points of a face that was cut out where they lie in the whole photo", async () => {
  const sessions = await openTestSessions();
  const photo = await readDemoPhoto(6);
  const settings = { probabilityMin: 0.7, searchSideMax: 640 };
  const [found] = await detectFaces(createPyramid(photo), sessions, settings);
  if (!found) throw new Error("The photo shows no face.");
  const [left, top] = [Math.floor(found.box.xMin), Math.floor(found.box.yMin)];
  const [width, height] = [Math.ceil(found.box.xMax) - left, Math.ceil(found.box.yMax) - top];
  const crop = { data: warpCrop(photo, { a: 1, b: 0, tx: left, ty: top }, width, height), width, height };
  const [whole, ...others] = await takeWholePicture(createPyramid(crop), sessions);
  expect(others).toEqual([]);
  expect(whole).toMatchObject({ probability: 1, box: { xMin: 0, yMin: 0, xMax: width, yMax: height } });
  const [x, y] = meshPoint(whole?.mesh.points ?? new Float32Array(), noseTip);
  const [expectedX, expectedY] = meshPoint(found.mesh.points, noseTip);
  expect(Math.hypot(x + left - expectedX, y + top - expectedY) / width).toBeLessThan(0.05);
});

test("gives one box for a picture without a face, since its caller says there is one", async () => {
  const grey = { data: new Uint8Array(64 * 48 * 3).fill(127), width: 64, height: 48 };
  const faces = await takeWholePicture(createPyramid(grey), await openTestSessions());
  expect(faces).toHaveLength(1);
  expect(faces[0]?.mesh.points.every(Number.isFinite)).toBe(true);
});
