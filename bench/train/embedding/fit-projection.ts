/**
 * Fits how the 1,024 features of the second network are reduced for the embedding, and writes it beside its user:
 * `node --import tsx bench/train/embedding/fit-projection.ts <data> <models>`. Learns from every second photo of
 * `utkface/train.csv`, each as it is; no photo of LFW and no identity is used.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { printLine } from "@/bench/print-line";
import { readCsv } from "@/bench/read-csv";
import { readPhoto } from "@/bench/read-photo";
import { openSessions } from "@/bench/train/open-sessions";
import { detectFaces } from "@/inference/detect/detect-faces";
import { encodeProjection } from "@/inference/faces/descriptor-projection";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { findPortraitFeatures } from "@/inference/faces/portrait-features";
import { createPyramid } from "@/inference/image/pyramid";
import { findPrincipalComponents } from "./principal-components";

const components = 128;
/** Best at one false match in ten thousand on one half of LFW's people, and confirmed on the other (docs/accuracy.md). */
const weight = 0.3;
/** Variances to the power of −0.5 (full whitening) weigh all components the same. */
const whitening = 0.5;
/** UTKFace's photos are cut tight; detectors want some surroundings. */
const marginPx = 60;

const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
const list = await readCsv(path.join(data, "utkface/train.csv"));
const rows: Float32Array[] = [];
for (const [name = ""] of list.filter((_, i) => i % 2 === 1)) {
  const image = await readPhoto(path.join(data, "utkface/images", name), marginPx);
  const [face] = await detectFaces(createPyramid(image), sessions, { probabilityMin: 0.1, searchSideMax: 640 });
  if (face) rows.push(await findPortraitFeatures(createFaceSubject(image, face.mesh.points, sessions)));
}
const { mean, directions, variances } = findPrincipalComponents(rows, components);
const whitened = directions.map((direction, i) =>
  direction.map((value) => value * (variances[i] as number) ** -whitening),
);
const file = {
  version: "projection-2",
  recipe: `bench/train/embedding/fit-projection.ts on ${rows.length} faces of utkface/train.csv`,
  weight,
  ...encodeProjection(mean, whitened),
};
const place = path.resolve(import.meta.dirname, "../../../inference/faces/descriptor-projection.json");
writeFileSync(place, `${JSON.stringify(file, null, 2)}\n`);
printLine(`${rows.length} faces; ${components} components hold variance down to ${variances.at(-1)?.toExponential(2)}`);
