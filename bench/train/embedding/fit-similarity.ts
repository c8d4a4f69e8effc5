/**
 * Fits what similarities mean to the photos of a folder (one folder for each person), and writes it beside its user:
 * `node --import tsx bench/train/embedding/fit-similarity.ts <data>/lfw/images <models> <cache>`.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createEmbedder } from "@/bench/accuracy/embed-photos";
import { listPeoplePhotos } from "@/bench/accuracy/people-photos";
import { openSessions } from "@/bench/train/open-sessions";
import { calibrateSimilarity, type EmbeddedPhoto } from "./calibrate-similarity";

const [folder = "../shared/data/lfw/images", models = "data/models", cacheDir = "data/cache"] = process.argv.slice(2);
const { embed, tag } = createEmbedder({ sessions: await openSessions(models), cacheDir });
const photos: EmbeddedPhoto[] = [];
for (const { file, person } of await listPeoplePhotos(folder)) photos.push({ person, vector: await embed(file) });
const { logistic, falseMatchRates, falseNonMatchRates, strangerPairs, samePairs } = calibrateSimilarity(photos);
const pairs = `${strangerPairs} pairs of strangers and ${samePairs} of the same among ${photos.length} photos`;
const recipe = `bench/train/embedding/fit-similarity.ts on ${pairs} of LFW, ${tag}`;
const text = JSON.stringify({ recipe, logistic, falseMatchRates, falseNonMatchRates }, null, 2);
writeFileSync(path.resolve(import.meta.dirname, "../../../inference/calibration/similarity.json"), `${text}\n`);
process.stdout.write(`${text}\n`);
