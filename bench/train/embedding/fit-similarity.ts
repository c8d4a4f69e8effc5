/**
 * Fits what similarities mean to the photos of a folder (one folder for each person), and writes it beside its user:
 * `node --import tsx bench/train/embedding/fit-similarity.ts <data>/lfw/images <models> <cache>`.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createEmbedder, embedPeople } from "@/bench/accuracy/embed-photos";
import { printLine } from "@/bench/print-line";
import { openSessions } from "@/bench/train/open-sessions";
import { calibrateSimilarity } from "./calibrate-similarity";

const [folder = "../shared/data/lfw/images", models = "data/models", cacheDir = "data/cache"] = process.argv.slice(2);
const embedder = createEmbedder({ sessions: await openSessions(models), cacheDir });
const photos = await embedPeople(folder, embedder);
const { logistic, falseMatchRates, falseNonMatchRates, strangerPairs, samePairs } = calibrateSimilarity(photos);
const pairs = `${strangerPairs} pairs of strangers and ${samePairs} of the same among ${photos.length} photos`;
const recipe = `bench/train/embedding/fit-similarity.ts on ${pairs} of LFW, ${embedder.tag}`;
const text = JSON.stringify({ recipe, logistic, falseMatchRates, falseNonMatchRates }, null, 2);
writeFileSync(path.resolve(import.meta.dirname, "../../../inference/calibration/similarity.json"), `${text}\n`);
printLine(text);
