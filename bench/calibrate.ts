import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { createEmbedder, embedPeople } from "@/bench/accuracy/embed-photos";
import { openNamedPack } from "@/bench/accuracy/open-packs";
import { printLine } from "@/bench/print-line";
import { calibrateSimilarity } from "@/bench/train/embedding/calibrate-similarity";
import { prepareModels } from "@/inference/convert/prepare-models";
import { packIds } from "@/inference/models/packs";
import { fetchPack } from "@/inference/packs/fetch-pack";
import { reportEvery } from "@/inference/packs/fetch-progress";
import { findPackId } from "@/inference/packs/find-pack";
import { calibrationFile, type PackCalibration } from "@/inference/packs/load-pack";
import { createSessionStore } from "@/inference/runtime/session-store";
import { config, loadDotEnv } from "@/lib/config/env";

/**
 * `npm run calibrate -- <folder> [--pack <name>]` measures on the photos of a folder (a folder for each person) what
 * similarities of a model pack mean, and keeps it where the server looks for it at its next start. The settings of the
 * server (`MODEL_PACK`, `MODEL_RECOGNIZER`, `DATA_DIR` …) apply.
 */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { pack: { type: "string" } } });
const [folder] = positionals;
if (folder === undefined) throw new Error("Name a folder with a folder of photos for each person.");
loadDotEnv(process.cwd());
const { dataDir, modelsDir, modelPack } = config();
const id = findPackId(values.pack ?? modelPack.id);
if (!id) throw new Error(`There is no model pack ${values.pack}; there are ${packIds.join(", ")}.`);
await prepareModels(modelsDir);
const megabyte = 1_000_000;
const onProgress = reportEvery(4 * megabyte, ({ fileName, bytes, of }) => {
  process.stderr.write(`${fileName}: ${(bytes / megabyte).toFixed(1)} of ${(of / megabyte).toFixed(1)} MB\n`);
});
await fetchPack(modelPack.packsDir, id, { mirror: modelPack.mirror, onProgress });
const pack = await openNamedPack(modelPack.packsDir, id, modelPack.files);
const sessions = createSessionStore(modelsDir, 1);
const embedder = createEmbedder({ sessions, cacheDir: path.join(dataDir, "cache"), pack });
const { tag } = embedder;
const photos = await embedPeople(folder, embedder);
const { logistic, falseMatchRates, falseNonMatchRates, strangerPairs, samePairs } = calibrateSimilarity(photos);
const recipe = `npm run calibrate on ${photos.length} photos, ${strangerPairs} pairs of strangers, ${samePairs} of the same`;
const numbers = photos[0]?.vector.length ?? 0;
const calibration: PackCalibration = { tag, numbers, recipe, logistic, falseMatchRates, falseNonMatchRates };
const target = calibrationFile(modelPack.packsDir, id, tag);
await mkdir(path.dirname(target), { recursive: true });
await writeFile(target, `${JSON.stringify(calibration, null, 2)}\n`);
printLine(`${recipe}\nSimilarity 0.5 is the cosine ${(1 - logistic.distance ** 2 / 2).toFixed(4)}.\n${target}`);
