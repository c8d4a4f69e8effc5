// Records what the networks see in the golden picture, after a change of networks or decoders:
//   node --import tsx inference/pipeline/testing/record-golden.ts data/models
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { decodeImage } from "@/inference/image/decode";
import { recordGolden } from "@/inference/pipeline/check-golden";
import { encodeGoldenPicture, goldenOptions } from "@/inference/pipeline/golden-picture";
import { createPipeline } from "@/inference/pipeline/pipeline";

const [, , modelsDir = "data/models"] = process.argv;
const limits = { pixelsMax: 1_000_000, sideMax: 1_000, timeoutMs: 5_000 };
const pipeline = await createPipeline({ modelsDir, intraOpThreads: 1 });
const { faces } = await pipeline.analyze(await decodeImage(await encodeGoldenPicture(), limits), goldenOptions);
const round = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toFixed(4)) : value);
const text = JSON.stringify(faces.map(recordGolden), round);
await writeFile(path.join(import.meta.dirname, "../golden.json"), `${text}\n`);
