/** A rectangle in pixels of the upright image, not clipped to it. */
export interface Rect {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** A place where one detector sees a face. */
export interface Candidate extends Rect {
  /** The detector's own score, 0..1; not calibrated, scores of two detectors are not comparable. */
  readonly score: number;
  readonly source: "blaze" | "ssd";
  /** Angle in radians of the line through the eyes, where the detector finds eyes. */
  readonly roll: number;
}

export function widthOf(rect: Rect): number {
  return rect.xMax - rect.xMin;
}

export function heightOf(rect: Rect): number {
  return rect.yMax - rect.yMin;
}

/** Geometric mean of width and height, in pixels. */
export function sideOf(rect: Rect): number {
  return Math.sqrt(Math.max(0, widthOf(rect)) * Math.max(0, heightOf(rect)));
}

/** The part inside a picture; turned inside out where there is none. */
export function clipRect(rect: Rect, { width, height }: { readonly width: number; readonly height: number }): Rect {
  return {
    xMin: Math.max(0, rect.xMin),
    yMin: Math.max(0, rect.yMin),
    xMax: Math.min(width, rect.xMax),
    yMax: Math.min(height, rect.yMax),
  };
}

function areaOf(rect: Rect): number {
  return Math.max(0, widthOf(rect)) * Math.max(0, heightOf(rect));
}

function intersectionOf(a: Rect, b: Rect): number {
  const width = Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin);
  const height = Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin);
  return Math.max(0, width) * Math.max(0, height);
}

/** Intersection over union, 0..1. */
export function iouOf(a: Rect, b: Rect): number {
  const shared = intersectionOf(a, b);
  return shared === 0 ? 0 : shared / (areaOf(a) + areaOf(b) - shared);
}

/**
 * Whether two boxes are the same face. Detectors frame a face differently (with or without the forehead), so overlap
 * alone leaves doubles: a box that lies mostly inside the other, or whose centre does, counts as well.
 */
export function isSameFace(a: Rect, b: Rect): boolean {
  const shared = intersectionOf(a, b);
  if (shared === 0) return false;
  if (shared / (areaOf(a) + areaOf(b) - shared) > 0.4) return true;
  if (shared / Math.min(areaOf(a), areaOf(b)) > 0.65) return true;
  return areCentresClose(a, b);
}

function areCentresClose(a: Rect, b: Rect): boolean {
  const small = sideOf(a) < sideOf(b) ? a : b;
  const large = small === a ? b : a;
  if (sideOf(small) < 0.5 * sideOf(large)) return false;
  const dx = Math.abs(a.xMin + a.xMax - b.xMin - b.xMax) / 2;
  const dy = Math.abs(a.yMin + a.yMax - b.yMin - b.yMax) / 2;
  const reach = 0.6 * sideOf(small);
  return dx < reach && dy < reach;
}
