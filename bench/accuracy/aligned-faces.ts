import sharp from "sharp";
import { printLine } from "@/bench/print-line";
import { readPhoto } from "@/bench/read-photo";
import { cosine } from "@/inference/calibration/cosine";
import { decodeImage } from "@/inference/image/decode";
import { testModelsDir } from "@/inference/models/testing/models-dir";
import { createPipeline, type Pipeline } from "@/inference/pipeline/pipeline";
import { rateScoreOf } from "@/lib/domain/aligned-faces/rate-score";
import { readFoldPairs } from "./face-pairs";
import { compareStrangers } from "./stranger-histogram";

// Compares embeddings of whole photos with those of the aligned faces cut out of them, sent as JPEG like clients do:
// node --import tsx bench/accuracy/aligned-faces.ts [data folder] [every how manieth pair of LFW]
const [dataDir = "../shared/data", step = "5"] = process.argv.slice(2);
const limits = { pixelsMax: 10_000_000, sideMax: 10_000, timeoutMs: 10_000 };
const [sidePx, quality, border] = [112, 90, 0.6];

interface Look {
  readonly person: string;
  readonly whole: Float32Array;
  readonly aligned: Float32Array;
}

async function lookAt(pipeline: Pipeline, file: string): Promise<Look | undefined> {
  const features = ["embedding", "alignedFace"] as const;
  const [face] = (await pipeline.analyze(await readPhoto(file), { features, facesMax: 1 })).faces;
  if (face?.alignedFace === undefined || face.embedding === undefined) return undefined;
  const raw = { width: sidePx, height: sidePx, channels: 3 } as const;
  const jpeg = await sharp(face.alignedFace, { raw }).jpeg({ quality }).toBuffer();
  const again = await pipeline.analyze(await decodeImage(jpeg, limits), {
    features: ["embedding"],
    alignedPicture: true,
  });
  const aligned = again.faces[0]?.embedding;
  const person = file.slice(0, file.lastIndexOf("_"));
  return aligned && { person, whole: face.embedding, aligned };
}

function report(kind: "whole" | "aligned", looks: readonly Look[], pairs: readonly (readonly [Look, Look])[]): void {
  const strangers = compareStrangers(
    looks.map((look) => look[kind]),
    looks.map(({ person }) => person),
  );
  const at = (rate: number) => strangers.thresholdAt(rate).toFixed(4);
  const isAbove = ([a, b]: readonly [Look, Look]) => rateScoreOf(cosine(a[kind], b[kind])) >= border;
  const [same, other] = [true, false].map((isSame) => pairs.filter(([a, b]) => (a.person === b.person) === isSame));
  const lines = [
    `${kind}: ${strangers.count} pairs of strangers, cosine at rates of 1e-3 and 1e-4: ${at(1e-3)}, ${at(1e-4)}`,
    `  of ${same?.length} pairs of one person ${same?.filter((pair) => !isAbove(pair)).length} below the border, ` +
      `of ${other?.length} of two ${other?.filter(isAbove).length} above`,
  ];
  printLine(lines.join("\n"));
}

const pipeline = await createPipeline({ modelsDir: await testModelsDir(), intraOpThreads: 1 });
const chosen = (await readFoldPairs(dataDir)).filter((_, at) => at % Number(step) === 0);
const looks = new Map<string, Look | undefined>();
for (const file of chosen.flatMap(({ a, b }) => [a, b])) {
  if (!looks.has(file)) looks.set(file, await lookAt(pipeline, file));
}
const found = [...looks.values()].filter((look) => look !== undefined);
const pairs = chosen.flatMap(({ a, b }) => {
  const [first, second] = [looks.get(a), looks.get(b)];
  return first && second ? [[first, second] as const] : [];
});
for (const kind of ["whole", "aligned"] as const) report(kind, found, pairs);
