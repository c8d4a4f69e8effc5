/**
 * Prints how well embeddings tell people apart on the LFW pairs, and how many of these bare faces are called masked:
 * `node --import tsx bench/train/measure-lfw.ts <data> <models>`. The threshold of each fold is chosen on the others.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readPhoto } from "@/bench/read-photo";
import { joinDescriptors } from "@/inference/faces/embedding";
import { createFaceSubject } from "@/inference/faces/face-subject";
import { findMask } from "@/inference/faces/mask";
import { locateFace } from "./locate-face";
import { openSessions } from "./open-sessions";

interface Pair {
  readonly similarity: number;
  readonly isSame: boolean;
}

const [data = "../shared/data", models = "data/models"] = process.argv.slice(2);
const sessions = await openSessions(models);
const embeddings = new Map<string, Float32Array>();
let falseMasks = 0;

const [header = "", ...lines] = readFileSync(path.join(data, "lfw/pairs.txt"), "utf8").trim().split("\n");
const perFold = 2 * Number(header.split(/\s+/)[1]);
const pairs: Pair[] = [];
for (const line of lines) {
  const [name = "", first = "", third = "", fourth] = line.trim().split(/\s+/);
  const isSame = fourth === undefined;
  const a = await embed(name, first);
  const b = await embed(isSame ? name : third, fourth ?? third);
  pairs.push({ similarity: a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0), isSame });
}
const folds = Array.from({ length: Math.ceil(pairs.length / perFold) }, (_, fold) => {
  const isInside = (_: Pair, i: number) => Math.floor(i / perFold) === fold;
  const threshold = bestThreshold(pairs.filter((pair, i) => !isInside(pair, i)));
  return accuracyAt(pairs.filter(isInside), threshold);
});
const accuracy = folds.reduce((sum, share) => sum + share, 0) / folds.length;
process.stdout.write(`${pairs.length} pairs, ${embeddings.size} photos: ${(100 * accuracy).toFixed(2)} % right\n`);
for (const rate of [0.01, 0.001]) process.stdout.write(`${acceptedAt(rate)}\n`);
process.stdout.write(`bare faces called masked: ${falseMasks} of ${embeddings.size}\n`);

async function embed(person: string, number: string): Promise<Float32Array> {
  const file = path.join(data, "lfw/images", person, `${person}_${number.padStart(4, "0")}.jpg`);
  const known = embeddings.get(file);
  if (known) return known;
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  const image = await readPhoto(file);
  const face = createFaceSubject(image, (await locateFace(image, sessions)).mesh, sessions);
  const embedding = joinDescriptors([await face.chip(), await face.mirroredChip()]);
  if (findMask(await face.chip()).value === "with_mask") falseMasks += 1;
  embeddings.set(file, embedding);
  return embedding;
}

function accuracyAt(pairs: readonly Pair[], threshold: number): number {
  return pairs.filter(({ similarity, isSame }) => similarity > threshold === isSame).length / pairs.length;
}

function bestThreshold(pairs: readonly Pair[]): number {
  const candidates = Array.from({ length: 401 }, (_, i) => 0.8 + i * 0.0005);
  const accuracies = candidates.map((threshold) => accuracyAt(pairs, threshold));
  return candidates[accuracies.indexOf(Math.max(...accuracies))] ?? Number.NaN;
}

function acceptedAt(falseRate: number): string {
  const different = pairs.filter(({ isSame }) => !isSame).map(({ similarity }) => similarity);
  const threshold = different.toSorted((a, b) => b - a)[Math.floor(falseRate * different.length)] ?? Number.NaN;
  const same = pairs.filter(({ isSame }) => isSame);
  const accepted = same.filter(({ similarity }) => similarity > threshold).length / same.length;
  return `at ${falseRate} false accepts (similarity ${threshold.toFixed(3)}): ${(100 * accepted).toFixed(1)} % true accepts`;
}
