import type { Point } from "@/inference/pipeline/analysis";

/** Eight numbers of a projective map: x' = (ax+by+c)/(gx+hy+1), y' = (dx+ey+f)/(gx+hy+1). */
type Homography = readonly number[];

/**
 * The projective map that takes points of one plane to points of another with the least algebraic error (direct linear
 * transform with the last entry 1). Points should lie around 0 with a spread of about 1. At least four, not on a line.
 */
export function fitHomography(from: readonly Point[], to: readonly Point[]): Homography {
  const normal = Array.from({ length: 8 }, () => new Float64Array(9));
  for (const [i, [x, y]] of from.entries()) {
    const [u, v] = to[i] as Point;
    for (const row of [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]) {
      for (const [r, line] of normal.entries()) {
        for (let c = 0; c < 9; c++) line[c] = (line[c] as number) + (row[r] as number) * (row[c] as number);
      }
    }
  }
  return solve(normal);
}

export function project(map: Homography, [x, y]: Point): Point {
  const [a, b, c, d, e, f, g, h] = map as [number, number, number, number, number, number, number, number];
  const scale = g * x + h * y + 1;
  return [(a * x + b * y + c) / scale, (d * x + e * y + f) / scale];
}

/** Gauss-Jordan with pivots; the last column is the right side, which becomes the solution. */
function solve(rows: Float64Array[]): number[] {
  for (const column of rows.keys()) {
    const best = rows.reduce((top, row, i) => {
      const isLarger = Math.abs(row[column] as number) > Math.abs(rows[top]?.[column] ?? 0);
      return i > column && isLarger ? i : top;
    }, column);
    [rows[column], rows[best]] = [rows[best] as Float64Array, rows[column] as Float64Array];
    const pivot = rows[column] as Float64Array;
    const scale = (pivot[column] as number) || 1e-12;
    for (let c = column; c < 9; c++) pivot[c] = (pivot[c] as number) / scale;
    for (const row of rows) {
      const share = row[column] as number;
      if (row === pivot || share === 0) continue;
      for (let c = column; c < 9; c++) row[c] = (row[c] as number) - share * (pivot[c] as number);
    }
  }
  return rows.map((row) => row[8] as number);
}
