import { access } from "node:fs/promises";
import path from "node:path";
import type { Rect } from "@/inference/detect/candidate";
import { defaultProbabilityMin, defaultSearchSideMax, detectFaces } from "@/inference/detect/detect-faces";
import { createPyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import { createPackDetector, type PackDetector } from "@/inference/packs/pack-detector";
import type { DetectorKind } from "@/inference/packs/pack-networks";
import { loadFloatSession } from "@/inference/runtime/ort";
import type { SectionInput } from "./section";

export interface FoundBox {
  readonly box: Rect;
  readonly probability: number;
}

/** Finds the faces of a photo; without a threshold at the detector's own. */
export type Detector = (image: RgbImage, probabilityMin?: number) => Promise<readonly FoundBox[]>;

/** The detector of the pack to measure, with the meshes of its faces. */
export function openDetector({ sessions, pack }: Pick<SectionInput, "sessions" | "pack">): Detector {
  const sideMax = defaultSearchSideMax;
  return (image, probabilityMin) => {
    const pyramid = createPyramid(image);
    if (pack) return pack.detect(pyramid, sessions, { scoreMin: probabilityMin, sideMax });
    const settings = { probabilityMin: probabilityMin ?? defaultProbabilityMin, searchSideMax: sideMax };
    return detectFaces(pyramid, sessions, settings);
  };
}

const peers: readonly (readonly [name: string, file: string, kind: DetectorKind])[] = [
  ["YuNet", "face_detection_yunet_2023mar.onnx", "yunet"],
  ["SCRFD-500M", "scrfd_500m.onnx", "scrfd"],
  ["SCRFD-2.5G", "scrfd_2.5g_bnkps.onnx", "scrfd"],
];

/** Those detectors of others that lie in a folder; none without a folder. */
export async function openPeers(
  folder: string | undefined,
): Promise<(readonly [name: string, detector: PackDetector])[]> {
  if (folder === undefined) return [];
  const opened: (readonly [string, PackDetector])[] = [];
  for (const [name, fileName, kind] of peers) {
    const file = path.join(folder, fileName);
    if (await isThere(file)) opened.push([name, createPackDetector(await loadFloatSession(file, 1), kind)]);
  }
  return opened;
}

/** A detector of others, asked and answering as ours. */
export function likeOurs(find: PackDetector): Detector {
  return async (image, scoreMin) => {
    const faces = await find(createPyramid(image), { scoreMin, sideMax: defaultSearchSideMax });
    return faces.map(({ box, score }) => ({ box, probability: score }));
  };
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
