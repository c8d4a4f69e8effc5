import { type Frame, stillSidePx } from "./frame";

/** Mean difference of grey values below which two crops show one picture; video of a person who keeps still differs more. */
const differenceMax = 1;
const hashDifferenceMax = 2;
const [hashColumns, hashRows] = [8, 8] as const;

/** Whether two faces are one and the same picture, not two of one moment. */
export function isSamePicture(a: Frame, b: Frame): boolean {
  const difference = a.still.reduce((sum, value, i) => sum + Math.abs(value - (b.still[i] as number)), 0);
  if (difference / a.still.length >= differenceMax) return false;
  const [first, second] = [hashOf(a.still), hashOf(b.still)];
  return first.filter((bit, i) => bit !== second[i]).length <= hashDifferenceMax;
}

/** Difference hash: of each of 8 x 9 areas whether it is darker than its right neighbour. */
function hashOf(still: Uint8Array): boolean[] {
  const areaOf = (column: number, row: number) => {
    const [width, height] = [stillSidePx / (hashColumns + 1), stillSidePx / hashRows];
    let [sum, count] = [0, 0];
    for (let y = Math.floor(row * height); y < Math.floor((row + 1) * height); y++) {
      for (let x = Math.floor(column * width); x < Math.floor((column + 1) * width); x++) {
        sum += still[y * stillSidePx + x] as number;
        count += 1;
      }
    }
    return sum / count;
  };
  return Array.from({ length: hashColumns * hashRows }, (_, i) => {
    const [column, row] = [i % hashColumns, Math.floor(i / hashColumns)];
    return areaOf(column, row) < areaOf(column + 1, row);
  });
}
