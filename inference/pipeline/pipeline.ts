import { coverFaces } from "@/inference/bodies/cover-faces";
import { detectBodies } from "@/inference/bodies/detect-bodies";
import { takeAlignedPicture } from "@/inference/detect/aligned-picture";
import { defaultProbabilityMin, defaultSearchSideMax, detectFaces } from "@/inference/detect/detect-faces";
import type { DetectedFace } from "@/inference/detect/detected-face";
import { takeGivenBoxes } from "@/inference/detect/given-boxes";
import { takeWholePicture } from "@/inference/detect/whole-picture";
import { analyzeFace } from "@/inference/faces/analyze-face";
import { createPyramid, type Pyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import { judgePictures } from "@/inference/liveness/judge-pictures";
import type { SeriesVerdict } from "@/inference/liveness/series-verdict";
import { type OpenPack, openPack } from "@/inference/packs/open-pack";
import type { PackNetworks } from "@/inference/packs/pack-networks";
import { rivalShareOf } from "@/inference/quality/rival-share";
import { createSessionStore, type Sessions } from "@/inference/runtime/session-store";
import type { Analysis, AnalyzeOptions, FaceAnalysis } from "./analysis";
import { versionsOf } from "./versions";

export interface PipelineOptions {
  /** Folder of the converted networks. */
  readonly modelsDir: string;
  readonly intraOpThreads: number;
  /** Longest side in pixels at which pictures are searched; absent = what finds most. */
  readonly searchSideMax?: number | undefined;
  /** Networks in place of the standard ones; absent = the standard pack. */
  readonly pack?: PackNetworks | undefined;
}

/** Everything of an `Analysis` but what only the caller can know. */
type PipelineResult = Omit<Analysis, "timingsMs"> & { readonly detectMs: number };

export interface Pipeline {
  analyze(image: RgbImage, options: AnalyzeOptions): Promise<PipelineResult>;
  /** Whether the pictures of a series show one living person. */
  judgeSeries(images: readonly RgbImage[], isSameFile: boolean): Promise<SeriesVerdict>;
}

/**
 * The whole way from pixels to faces. Networks load when first needed; nothing that was not asked for runs. Pipelines may
 * share the standard networks.
 */
export async function createPipeline(
  options: PipelineOptions,
  sessions: Sessions = createSessionStore(options.modelsDir, options.intraOpThreads),
): Promise<Pipeline> {
  // Every request needs these; loading them now keeps the first one as fast as the rest.
  await Promise.all([sessions("blazeface"), sessions("mesh"), sessions("ssd")]);
  const pack = options.pack && (await openPack(options.pack, options.intraOpThreads));
  const detect = createDetector(options, sessions, pack);
  return {
    analyze: async (image, wishes) => {
      const { features, facesMax } = wishes;
      const startMs = performance.now();
      const pyramid = createPyramid(image);
      const detected = await locateFaces(pyramid, sessions, detect, wishes);
      const detectMs = performance.now() - startMs;
      const faces: FaceAnalysis[] = [];
      for (const { box, probability, mesh, points } of detected.slice(0, facesMax)) {
        const quality = wishes.quality && { measures: wishes.quality, rivalShare: rivalShareOf(box, detected) };
        const own = pack?.analyzersFor(points);
        const input = {
          image,
          mesh: mesh.points,
          features,
          sessions,
          ...(quality && { quality }),
          ...(own && { own }),
        };
        const rest = await analyzeFace(input);
        faces.push({ box: { ...box, probability }, ...rest });
      }
      const boxes = faces.map(({ box }) => box);
      const bodies = wishes.bodies && { bodies: coverFaces(await detectBodies(pyramid, sessions), boxes) };
      const { width, height } = image;
      const parts = [
        ...features,
        ...(wishes.bodies ? ["bodies" as const] : []),
        ...(wishes.quality ? ["quality" as const] : []),
      ];
      const versions = versionsOf(parts, pack?.versions);
      return { width, height, faces, ...bodies, detectMs, versions };
    },
    judgeSeries: (images, isSameFile) => judgePictures(images, isSameFile, sessions),
  };
}

type Detect = (pyramid: Pyramid, probabilityMin: number | undefined) => Promise<DetectedFace[]>;

function createDetector(
  { searchSideMax = defaultSearchSideMax }: PipelineOptions,
  sessions: Sessions,
  pack?: OpenPack,
): Detect {
  if (pack) return (pyramid, scoreMin) => pack.detect(pyramid, sessions, { scoreMin, sideMax: searchSideMax });
  return (pyramid, probabilityMin = defaultProbabilityMin) =>
    detectFaces(pyramid, sessions, { probabilityMin, searchSideMax });
}

/** Searches, unless the caller knows where the faces are. */
function locateFaces(
  pyramid: Pyramid,
  sessions: Sessions,
  detect: Detect,
  { wholeImage, alignedPicture, faceBoxes, probabilityMin }: AnalyzeOptions,
): Promise<DetectedFace[]> {
  if (wholeImage) return takeWholePicture(pyramid, sessions);
  if (alignedPicture) return takeAlignedPicture(pyramid, sessions);
  if (faceBoxes) return takeGivenBoxes(pyramid, sessions, faceBoxes);
  return detect(pyramid, probabilityMin);
}
