/**
 * Fits the score of the Nodeflux wire to the unified one: `node --import tsx bench/train/quality/fit-iqa-score.ts <data>
 * <models> <photos>`. Of the training people's LFW photos with one face, 5 % shall lie below the vendor's default
 * threshold and half below `medianScore`. Prints how many photos of the other people pass each step of that wire, and
 * writes lib/wire/nodeflux/iqa-score.json.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { printLine } from "@/bench/print-line";
import { readPhoto } from "@/bench/read-photo";
import { listPeople } from "@/bench/train/lfw-people";
import { seededOrder } from "@/bench/train/seeded-order";
import { createPipeline } from "@/inference/pipeline/pipeline";

const [data = "../shared/data", modelsDir = "data/models", photosText = "200"] = process.argv.slice(2);
/** Defaults of the vendor. */
const thresholds = { detection: 0.9, occlusion: 0.6, iqa: 0.435 } as const;
const medianScore = 0.6;

const pipeline = await createPipeline({ modelsDir, intraOpThreads: 1 });

interface Seen {
  readonly unified: number;
  readonly isOccluded: boolean;
}

/** Photos with exactly one face. */
async function lookAt(files: readonly string[]): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const file of files) {
    const options = { features: ["occlusion"], quality: ["unified"], probabilityMin: thresholds.detection } as const;
    const { faces } = await pipeline.analyze(await readPhoto(file), options);
    const [face, other] = faces;
    if (face?.quality?.unified === undefined || face.occlusion === undefined || other !== undefined) continue;
    const isOccluded = Object.values(face.occlusion).some(({ probability }) => probability > thresholds.occlusion);
    seen.push({ unified: face.quality.unified.native, isOccluded });
  }
  return seen;
}

const logit = (share: number) => Math.log(share / (1 - share));
const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} % of ${of}`;

function quantile(values: readonly number[], at: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(at * (values.length - 1))] as number;
}

const { training, heldOut } = listPeople(data);
const photos = Number(photosText);
const unified = (await lookAt(seededOrder(training, 7).slice(0, photos))).map((one) => logit(one.unified));
const [low, middle] = [quantile(unified, 0.05), quantile(unified, 0.5)];
const slope = (logit(medianScore) - logit(thresholds.iqa)) / (middle - low);
const offset = logit(thresholds.iqa) - slope * low;

const others = seededOrder(heldOut, 7).slice(0, photos);
const seen = await lookAt(others);
const bare = seen.filter(({ isOccluded }) => !isOccluded);
const good = bare.filter((one) => sigmoid(offset + slope * logit(one.unified)) >= thresholds.iqa);
printLine(`one face: ${share(seen.length, others.length)}`);
printLine(`of these not occluded: ${share(bare.length, seen.length)}`);
printLine(`of these good enough: ${share(good.length, bare.length)}`);
const place = path.resolve(import.meta.dirname, "../../../lib/wire/nodeflux/iqa-score.json");
writeFileSync(place, `${JSON.stringify({ slope, offset }, null, 2)}\n`);
