import type { RgbImage } from "./rgb-image";

/** How far a picture is turned clockwise: 1 = a quarter, 2 = upside down, 3 = a quarter the other way. */
export type QuarterTurns = 1 | 2 | 3;

/** A copy of the picture, turned clockwise. */
export function turnImage({ data, width, height }: RgbImage, turns: QuarterTurns): RgbImage {
  const isSideways = turns !== 2;
  const turned = {
    data: new Uint8Array(data.length),
    width: isSideways ? height : width,
    height: isSideways ? width : height,
  };
  let to = 0;
  for (let y = 0; y < turned.height; y += 1) {
    for (let x = 0; x < turned.width; x += 1, to += 3) {
      const [sourceX, sourceY] = turnBack([x + 0.5, y + 0.5], turns, width, height);
      const from = (Math.floor(sourceY) * width + Math.floor(sourceX)) * 3;
      turned.data[to] = data[from] as number;
      turned.data[to + 1] = data[from + 1] as number;
      turned.data[to + 2] = data[from + 2] as number;
    }
  }
  return turned;
}

/** A point of the turned picture, in pixels of the picture as it was (`width` x `height`). */
export function turnBack(
  [x, y]: readonly [number, number],
  turns: QuarterTurns,
  width: number,
  height: number,
): [x: number, y: number] {
  if (turns === 1) return [y, height - x];
  if (turns === 2) return [width - x, height - y];
  return [width - y, x];
}
