import type { DetectedFace } from "@/inference/detect/detected-face";
import type { FaceSubject } from "@/inference/faces/face-subject";
import type { Pyramid } from "@/inference/image/pyramid";
import type { FaceAnalysis, Point } from "@/inference/pipeline/analysis";
import { versionsOf } from "@/inference/pipeline/versions";
import { loadFloatSession } from "@/inference/runtime/ort";
import type { Sessions } from "@/inference/runtime/session-store";
import { findLivenessWithPack } from "./antispoof-with-pack";
import { detectWithPack } from "./detect-with-pack";
import { embedWithPack } from "./embed-with-pack";
import { createPackDetector, type PackDetectorSettings } from "./pack-detector";
import type { PackNetworks } from "./pack-networks";

/** Ways to find a feature that take the place of the standard ones. */
export interface OwnAnalyzers {
  readonly embedding?: (face: FaceSubject) => Promise<Float32Array>;
  readonly liveness?: (face: FaceSubject) => Promise<NonNullable<FaceAnalysis["liveness"]>>;
}

/** A model pack with its networks loaded. */
export interface OpenPack {
  /** Version tags of what the pack replaces. */
  readonly versions: { readonly detector: string; readonly embedding: string; readonly liveness?: string };
  detect(pyramid: Pyramid, sessions: Sessions, settings: PackDetectorSettings): Promise<DetectedFace[]>;
  /** `points`: the detector's five, where one ran. */
  analyzersFor(points: readonly Point[] | undefined): OwnAnalyzers;
}

/** Loads the networks of a pack. Throws when one is none or takes another kind of input. */
export async function openPack(pack: PackNetworks, intraOpThreads: number): Promise<OpenPack> {
  const load = (file: string) => loadFloatSession(file, intraOpThreads);
  const detector = createPackDetector(await load(pack.detector.file), pack.detector.kind);
  const recognizer = await load(pack.recognizer.file);
  const antispoof = pack.antispoof && (await load(pack.antispoof.file));
  return {
    versions: {
      detector: pack.detector.version,
      embedding: pack.recognizer.version,
      ...(pack.antispoof && { liveness: `${versionsOf(["liveness"]).liveness}+${pack.antispoof.version}` }),
    },
    detect: (pyramid, sessions, settings) => detectWithPack(detector, pyramid, sessions, settings),
    analyzersFor: (points) => ({
      embedding: (face) => embedWithPack(recognizer, pack.recognizer.format, face, points),
      ...(antispoof && { liveness: (face) => findLivenessWithPack(antispoof, face) }),
    }),
  };
}
