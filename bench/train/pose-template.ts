/**
 * Makes the frontal mesh that poses are measured against: `node --import tsx bench/train/pose-template.ts <data> <models>`.
 * Averages the meshes of every second LFW person after taking out size, place and rotation, makes the mean symmetric and
 * tips it so that the mean pitch is 0. Writes inference/faces/pose-template.json; `npm run eval -- pose` checks it on
 * the other persons.
 */
import { writeFileSync } from "node:fs";
import { readPhoto } from "@/bench/read-photo";
import { pickPoints } from "@/inference/faces/head-pose";
import { fitRotation, type Matrix3 } from "@/inference/geometry/rotation";
import { listPeople } from "./lfw-people";
import { locateFace } from "./locate-face";
import { openSessions } from "./open-sessions";

/** Points that hardly move with expressions: corners of the eyes, nose, brows, temples, cheeks, mouth, chin. */
const pairs = [
  [33, 263],
  [133, 362],
  [98, 327],
  [55, 285],
  [105, 334],
  [61, 291],
  [127, 356],
  [234, 454],
  [93, 323],
] as const;
const middle = [168, 6, 197, 1, 2, 9, 10, 152] as const;
const indices = [...pairs.flat(), ...middle];
const passes = 5;

const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
const meshes: Float64Array[] = [];
for (const file of listPeople(data).training) {
  const { mesh } = await locateFace(await readPhoto(file), sessions);
  meshes.push(standardize(pickPoints(mesh, indices)));
}

let mean = symmetrize(meanOf(meshes));
for (let pass = 0; pass < passes; pass++) {
  mean = symmetrize(meanOf(meshes.map((points) => rotate(fitRotation(points, mean), points))));
}
const pitches = meshes.map((points) => Math.asin(fitRotation(mean, points)[1][2]));
mean = rotate(tip(pitches.reduce((sum, pitch) => sum + pitch, 0) / pitches.length), mean);
const points = indices.map((index, i) =>
  [index, ...mean.subarray(i * 3, i * 3 + 3)].map((value) => Number(value.toFixed(4))),
);
const recipe = `Symmetric mean of ${meshes.length} LFW faces, x right, y down, z away, mean squared distance 1. Made by bench/train/pose-template.ts.`;
const lines = points.map((point) => `    ${JSON.stringify(point).replaceAll(",", ", ")}`).join(",\n");
writeFileSync(
  "inference/faces/pose-template.json",
  `{\n  "version": "pose-1",\n  "recipe": ${JSON.stringify(recipe)},\n  "points": [\n${lines}\n  ]\n}\n`,
);

function meanOf(shapes: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(indices.length * 3);
  for (const shape of shapes)
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (shape[i] ?? 0) / shapes.length;
  return standardize(sum);
}

/** Centred, with a mean squared distance of 1 from the centre. */
function standardize(shape: Float64Array): Float64Array {
  const count = shape.length / 3;
  const centre = [0, 1, 2].map(
    (axis) => shape.reduce((sum, value, i) => (i % 3 === axis ? sum + value : sum), 0) / count,
  );
  const centred = shape.map((value, i) => value - (centre[i % 3] ?? 0));
  const size = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0) / count);
  return centred.map((value) => value / size);
}

function symmetrize(shape: Float64Array): Float64Array {
  const partners = indices.map((_, i) => (i < pairs.length * 2 ? i ^ 1 : i));
  return standardize(
    shape.map((value, at) => {
      const [i, axis] = [Math.floor(at / 3), at % 3];
      const partner = shape[(partners[i] ?? 0) * 3 + axis] ?? 0;
      return (value + (axis === 0 ? -partner : partner)) / 2;
    }),
  );
}

function rotate(rotation: Matrix3, shape: Float64Array): Float64Array {
  return shape.map((_, at) => {
    const from = at - (at % 3);
    const row = rotation[at % 3] ?? rotation[0];
    return row[0] * (shape[from] ?? 0) + row[1] * (shape[from + 1] ?? 0) + row[2] * (shape[from + 2] ?? 0);
  });
}

/** A turn about the x axis that raises the view by `pitch` radians. */
function tip(pitch: number): Matrix3 {
  const [cos, sin] = [Math.cos(pitch), Math.sin(pitch)];
  return [
    [1, 0, 0],
    [0, cos, sin],
    [0, -sin, cos],
  ];
}
