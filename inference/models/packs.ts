import type { DetectorKind } from "@/inference/packs/pack-networks";
import type { PlaneFormat } from "@/inference/packs/to-planes";

/** A file that its publisher offers for download. */
export interface PublishedFile {
  readonly fileName: string;
  readonly bytes: number;
  /** Of the file, in hexadecimal. */
  readonly sha256: string;
  readonly url: string;
}

/** Networks in place of the standard detector and recognition; attributes stay with the standard networks. */
interface PackOfOthers {
  readonly detectorKind: DetectorKind;
  /** How the recognition network wants its 112 x 112 crop. */
  readonly recognizerFormat: PlaneFormat;
  /** Absent: the files are the user's own. */
  readonly published?: {
    readonly detector: PublishedFile & { readonly version: string };
    readonly recognizer: PublishedFile & { readonly version: string };
  };
}

export interface ModelPack {
  /** For people. */
  readonly title: string;
  readonly licence: string;
  readonly isCommercialUseAllowed: boolean;
  /** Absent for the standard pack. */
  readonly others?: PackOfOthers;
}

const zoo = "https://media.githubusercontent.com/media/opencv/opencv_zoo/main/models";

/** Adding a pack = an entry here, a decoder where its detector is of a new kind, a calibration (docs/models.md). */
export const packs = {
  standard: {
    title: "Standard",
    licence: "MIT",
    isCommercialUseAllowed: true,
  },
  opencv: {
    title: "OpenCV Zoo: YuNet and SFace",
    licence: "YuNet: MIT; SFace: Apache-2.0",
    isCommercialUseAllowed: true,
    others: {
      detectorKind: "yunet",
      recognizerFormat: { mean: 0, divisor: 1, order: "rgb" },
      published: {
        detector: {
          fileName: "face_detection_yunet_2023mar.onnx",
          bytes: 232_589,
          sha256: "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4",
          url: `${zoo}/face_detection_yunet/face_detection_yunet_2023mar.onnx`,
          version: "yunet-2023mar",
        },
        recognizer: {
          fileName: "face_recognition_sface_2021dec.onnx",
          bytes: 38_696_353,
          sha256: "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79",
          url: `${zoo}/face_recognition_sface/face_recognition_sface_2021dec.onnx`,
          version: "sface-2021dec",
        },
      },
    },
  },
  insightface: {
    title: "InsightFace: SCRFD and ArcFace files of your own",
    licence: "That of the files; the networks InsightFace publishes are for non-commercial research only",
    isCommercialUseAllowed: false,
    others: { detectorKind: "scrfd", recognizerFormat: { mean: 127.5, divisor: 128, order: "rgb" } },
  },
} as const satisfies Record<string, ModelPack>;

export type PackId = keyof typeof packs;
export const packIds = Object.keys(packs) as [PackId, ...PackId[]];

/** The entry of a pack, whichever it is. */
export function packOf(id: PackId): ModelPack {
  return packs[id];
}
