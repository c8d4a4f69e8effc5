import { sideOf } from "@/inference/detect/candidate";
import type { Pyramid } from "@/inference/image/pyramid";
import { type Region, sampleRegion } from "@/inference/image/sample-region";
import type { FloatSession, FloatTensor } from "@/inference/runtime/ort";
import { decodeScrfd } from "./decode-scrfd";
import { decodeYunet } from "./decode-yunet";
import { dropDoubles, type FoundFace } from "./found-face";
import type { DetectorKind } from "./pack-networks";
import { type PlaneFormat, toPlanes } from "./to-planes";

interface Kind {
  readonly format: PlaneFormat;
  /** The scores that a picture without a threshold of the caller's must exceed. */
  readonly scoreMin: number;
  readonly decode: (
    outputs: readonly FloatTensor[],
    canvas: { readonly width: number; readonly height: number },
    scoreMin: number,
  ) => FoundFace[];
}

const kinds = {
  scrfd: { format: { mean: 127.5, divisor: 128, order: "rgb" }, scoreMin: 0.5, decode: decodeScrfd },
  yunet: { format: { mean: 0, divisor: 1, order: "bgr" }, scoreMin: 0.6, decode: decodeYunet },
} as const satisfies Record<DetectorKind, Kind>;

const sidePx = 640;
/** A second, finer look at pictures whose longer side is above this. */
const fineFromPx = 960;
const fineSidePx = 1280;
/** Of the longer side: these detectors miss or misplace faces that fill more, so they are shown with room around. */
const fillingShare = 0.4;
const roomShare = 0.5;
/** Sides of a canvas are multiples of the coarsest stride. */
const strideMax = 32;

export interface PackDetectorSettings {
  /** Faces at or below this score are dropped; absent = what suits the detector. */
  readonly scoreMin?: number | undefined;
  /** Longest side in pixels at which a picture is searched. */
  readonly sideMax: number;
}

/** The faces of a picture in its pixels, best first. */
export type PackDetector = (pyramid: Pyramid, settings: PackDetectorSettings) => Promise<FoundFace[]>;

/**
 * Searches with a detector of another maker: at 640 pixels; with room around where nothing is found or a face fills the
 * picture; and at up to 1280 (`sideMax`) where the picture has so many pixels and the network takes any size.
 */
export function createPackDetector(session: FloatSession, kind: DetectorKind): PackDetector {
  const isAnySize = session.inputShape[2] === undefined;
  const { format, decode, scoreMin: usualMin } = kinds[kind];
  return async (pyramid, { scoreMin = usualMin, sideMax }) => {
    const longSide = Math.max(pyramid.image.width, pyramid.image.height);
    const look = async (side: number, room: number): Promise<FoundFace[]> => {
      const view = viewOf(pyramid, side, room, isAnySize);
      const { width, height } = view;
      const planes = toPlanes({ data: sampleRegion(pyramid, view), width, height }, format);
      return decode(await session.run(planes), view, scoreMin).map((face) => placeFace(face, view));
    };
    const faces = await look(sidePx, 0);
    const isFilled = faces.some(({ box }) => sideOf(box) > fillingShare * longSide);
    if (faces.length === 0 || isFilled) faces.push(...(await look(sidePx, roomShare)));
    const fineSide = Math.min(fineSidePx, sideMax, longSide);
    if (isAnySize && fineSide > fineFromPx) faces.push(...(await look(fineSide, 0)));
    return dropDoubles(faces);
  };
}

/** The picture, with `room` of its longer side around, in a canvas whose longer side is `side`; square for networks of one size. */
function viewOf({ image }: Pyramid, side: number, room: number, isAnySize: boolean): Region {
  const margin = room * Math.max(image.width, image.height);
  const step = (Math.max(image.width, image.height) + 2 * margin) / side;
  const pixels = (length: number) => Math.ceil((length + 2 * margin) / step / strideMax - 1e-6) * strideMax;
  const [width, height] = isAnySize ? [pixels(image.width), pixels(image.height)] : [side, side];
  return { x: -margin, y: -margin, step, width, height };
}

/** From pixels of the view to pixels of the picture. */
function placeFace({ box, score, points }: FoundFace, { x, y, step }: Region): FoundFace {
  return {
    score,
    box: {
      xMin: x + box.xMin * step,
      yMin: y + box.yMin * step,
      xMax: x + box.xMax * step,
      yMax: y + box.yMax * step,
    },
    points: points.map(([px, py]) => [x + px * step, y + py * step]),
  };
}
