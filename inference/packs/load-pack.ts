import { readFile } from "node:fs/promises";
import path from "node:path";
import { createSimilarityScale, type SimilarityCalibration } from "@/inference/calibration/similarity-scale";
import { type EmbeddingModel, standardModel } from "@/inference/calibration/standard-model";
import { InferenceError } from "@/inference/inference-error";
import type { PackId } from "@/inference/models/packs";
import { type FetchOptions, fetchPack } from "./fetch-pack";
import { findPack, type OwnFiles, packFolder } from "./find-pack";
import type { PackNetworks } from "./pack-networks";
import shipped from "./shipped-calibrations.json" with { type: "json" };

/** What `npm run calibrate` writes. */
export interface PackCalibration extends SimilarityCalibration {
  /** Tag of the model that was measured. */
  readonly tag: string;
  /** How many numbers its embeddings have. */
  readonly numbers: number;
}

/** A pack ready to run. */
export interface LoadedPack {
  readonly id: PackId;
  /** Undefined for the standard pack. */
  readonly networks: PackNetworks | undefined;
  readonly model: EmbeddingModel;
}

export interface LoadPackOptions extends FetchOptions {
  readonly packsDir: string;
  readonly id: PackId;
  readonly files: OwnFiles;
}

/**
 * Gets a pack's files, checks them and finds what its similarities mean: what `npm run calibrate` measured here, else what
 * came along for these very networks.
 *
 * @throws InferenceError `model_missing` or `model_corrupt` naming the file, or that nobody calibrated the networks
 */
export async function loadPack({ packsDir, id, files, ...fetchOptions }: LoadPackOptions): Promise<LoadedPack> {
  await fetchPack(packsDir, id, fetchOptions);
  const networks = await findPack(packsDir, id, files);
  const tag = networks?.recognizer.version ?? standardModel.tag;
  const own = await readCalibration(calibrationFile(packsDir, id, tag), tag);
  if (!networks && !own) return { id, networks, model: standardModel };
  const calibration = own ?? (shipped as readonly PackCalibration[]).find((known) => known.tag === tag);
  if (!calibration) {
    const advice = `run npm run calibrate -- <folder of labelled photos> --pack ${id}`;
    throw new InferenceError("model_missing", `Nobody has measured what similarities of ${tag} mean: ${advice}.`);
  }
  return { id, networks, model: { tag, numbers: calibration.numbers, scale: createSimilarityScale(calibration) } };
}

/** Where the calibration of a model lies that was measured here. */
export function calibrationFile(packsDir: string, id: PackId, tag: string): string {
  return path.join(packFolder(packsDir, id), `calibration-${tag}.json`);
}

async function readCalibration(file: string, tag: string): Promise<PackCalibration | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const calibration = parse(text);
  if (isCalibration(calibration) && calibration.tag === tag) return calibration;
  throw new InferenceError("model_corrupt", `${file} is no calibration of ${tag}; npm run calibrate writes it anew.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isNumber = (given: unknown) => typeof given === "number" && Number.isFinite(given);

function isTable(knots: PackCalibration["falseMatchRates"] | undefined): boolean {
  if (!Array.isArray(knots) || knots.length < 2) return false;
  return knots.every((knot) => isNumber(knot?.cosine) && isNumber(knot?.rate));
}

function isCalibration(value: unknown): value is PackCalibration {
  const { tag, numbers, logistic, falseMatchRates, falseNonMatchRates } = (value ?? {}) as Partial<PackCalibration>;
  return (
    typeof tag === "string" &&
    isNumber(numbers) &&
    isNumber(logistic?.distance) &&
    isNumber(logistic?.slope) &&
    [falseMatchRates, falseNonMatchRates].every(isTable)
  );
}
