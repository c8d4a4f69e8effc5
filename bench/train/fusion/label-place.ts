import { type Candidate, iouOf, type Rect, sideOf } from "@/inference/detect/candidate";

/** What is known of the people in a photo. */
export type Content =
  /** Nobody: every place is wrong. */
  | "nobody"
  /** The teacher's finds are the truth. */
  | "taught"
  /** One face around the middle, which the teacher may miss (tight crops, masks); elsewhere the teacher is right. */
  | "portrait";

/** Whether a place is a face: true, false, or undefined when it is not sure enough to learn from. */
export function labelPlace(
  box: Rect,
  content: Content,
  taught: readonly Candidate[],
  photo: Size,
): boolean | undefined {
  if (content === "nobody") return false;
  if (content === "portrait" && isPortrait(box, photo)) return true;
  const best = taught.reduce((most, face) => Math.max(most, face.score > 0.5 ? iouOf(face, box) : 0), 0);
  const vague = taught.reduce((most, face) => Math.max(most, iouOf(face, box)), 0);
  if (best > 0.35) return true;
  if (vague > 0.3) return undefined;
  return content === "portrait" && holdsMiddle(box, photo) ? undefined : false;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function isPortrait(box: Rect, { width, height }: Size): boolean {
  const isCentred =
    Math.abs((box.xMin + box.xMax - width) / 2) < 0.15 * width &&
    Math.abs((box.yMin + box.yMax - height) / 2) < 0.2 * height;
  return isCentred && sideOf(box) > 0.22 * width;
}

function holdsMiddle(box: Rect, { width, height }: Size): boolean {
  return box.xMin < width / 2 && width / 2 < box.xMax && box.yMin < height / 2 && height / 2 < box.yMax;
}
