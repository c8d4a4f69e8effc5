import type { Point } from "@/lib/domain/detection/types";

/**
 * Which of the engine's 106 points (numbered as InsightFace does) stands at each place of this API, whose order the
 * document does not tell: the layout that is widely used for 106 points. Left and right are as seen in the picture.
 */
export const standardOrder = [
  // 0..32: outline from the left ear over the chin (16) to the right ear.
  ...[1, 9, 10, 11, 12, 13, 14, 15, 16, 2, 3, 4, 5, 6, 7, 8, 0],
  ...[24, 23, 22, 21, 20, 19, 18, 32, 31, 30, 29, 28, 27, 26, 25, 17],
  // 33..42: upper edges of the left brow and of the right one.
  ...[43, 48, 49, 51, 50],
  ...[102, 103, 104, 105, 101],
  // 43..51: bridge of the nose down to the tip, its base from left to right.
  ...[72, 73, 74, 86],
  ...[78, 79, 80, 85, 84],
  // 52..63: left eye and right eye, each clockwise from its left corner.
  ...[35, 41, 42, 39, 37, 36],
  ...[89, 95, 96, 93, 91, 90],
  // 64..71: lower edges of the left brow and of the right one.
  ...[44, 45, 47, 46],
  ...[97, 98, 99, 100],
  // 72..77: upper lid, lower lid and middle of the left eye and of the right one.
  ...[40, 33, 34],
  ...[94, 87, 88],
  // 78..83: sides of the nose in pairs: root, middle, wing.
  ...[75, 81, 76, 82, 77, 83],
  // 84..103: outer edge of the lips clockwise from the left corner, then the inner edge.
  ...[52, 64, 63, 71, 67, 68, 61, 58, 59, 53, 56, 55],
  ...[65, 66, 62, 70, 69, 57, 60, 54],
  // 104, 105: pupils.
  ...[38, 92],
] as const;

/** The engine's 106 points in this API's order. */
export function toStandardOrder(points: readonly Point[]): Point[] {
  return standardOrder.map((number) => points[number] as Point);
}
