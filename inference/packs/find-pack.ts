import path from "node:path";
import { InferenceError } from "@/inference/inference-error";
import { type ModelPack, type PackId, type PublishedFile, packIds, packOf } from "@/inference/models/packs";
import { sha256Of } from "@/inference/models/verify-models";
import type { PackNetworks } from "./pack-networks";

/** Where networks of the user's own lie. */
export interface OwnFiles {
  readonly detector?: string | undefined;
  readonly recognizer?: string | undefined;
  readonly antispoof?: string | undefined;
}

/** The pack with this name; undefined when there is none. */
export function findPackId(name: string): PackId | undefined {
  return packIds.find((id) => id === name);
}

/** Folder of a pack's files. */
export function packFolder(packsDir: string, id: PackId): string {
  return path.join(packsDir, id);
}

/**
 * The checked files of a pack, undefined for the standard one. Published files have to be those of the registry; files of
 * the user's own (`own`, else `detector.onnx`, `recognizer.onnx` and, if there is one, `antispoof.onnx` in the pack's
 * folder) carry the start of their checksum as their version, so that embeddings of two files are never compared.
 *
 * @throws InferenceError `model_missing` or `model_corrupt` naming the file
 */
export async function findPack(packsDir: string, id: PackId, own: OwnFiles = {}): Promise<PackNetworks | undefined> {
  const { others } = packOf(id);
  if (!others) return undefined;
  const folder = packFolder(packsDir, id);
  const files = others.published ? await findPublished(folder, others.published) : await findOwn(folder, own);
  const antispoof = await findAntispoof(
    own.antispoof ?? path.join(folder, "antispoof.onnx"),
    own.antispoof !== undefined,
  );
  return {
    detector: { kind: others.detectorKind, ...files.detector },
    recognizer: { format: others.recognizerFormat, ...files.recognizer },
    ...(antispoof && { antispoof }),
  };
}

interface CheckedFile {
  readonly file: string;
  readonly version: string;
}

type CheckedFiles = Readonly<Record<"detector" | "recognizer", CheckedFile>>;

async function findPublished(
  folder: string,
  { detector, recognizer }: NonNullable<NonNullable<ModelPack["others"]>["published"]>,
): Promise<CheckedFiles> {
  const check = async ({ fileName, sha256, version }: PublishedFile & { readonly version: string }) => {
    const file = path.join(folder, fileName);
    if ((await requireChecksum(file)) === sha256) return { file, version };
    throw new InferenceError("model_corrupt", `The model file ${file} is not the one its publisher offers.`);
  };
  return { detector: await check(detector), recognizer: await check(recognizer) };
}

async function findOwn(folder: string, own: OwnFiles): Promise<CheckedFiles> {
  const version = async (kind: string, file: string) => ({ file, version: nameOf(kind, await requireChecksum(file)) });
  return {
    detector: await version("scrfd", own.detector ?? path.join(folder, "detector.onnx")),
    recognizer: await version("arcface", own.recognizer ?? path.join(folder, "recognizer.onnx")),
  };
}

async function findAntispoof(file: string, isWanted: boolean): Promise<CheckedFile | undefined> {
  const checksum = isWanted ? await requireChecksum(file) : await sha256Of(file);
  return checksum === undefined ? undefined : { file, version: nameOf("antispoof", checksum) };
}

async function requireChecksum(file: string): Promise<string> {
  const checksum = await sha256Of(file);
  if (checksum === undefined) throw new InferenceError("model_missing", `The model file ${file} is missing.`);
  return checksum;
}

const nameOf = (kind: string, checksum: string) => `${kind}-${checksum.slice(0, 12)}`;
