/** Three rows of three. */
export type Matrix3 = readonly [
  readonly [number, number, number],
  readonly [number, number, number],
  readonly [number, number, number],
];

/**
 * The proper rotation (never a mirroring) that takes the centred points `from` best to the centred points `to`, both
 * flat x, y, z: Horn 1987, where it is the eigenvector of the largest eigenvalue of a symmetric 4x4 matrix, read as a
 * unit quaternion. Scale and shift do not change it.
 */
export function fitRotation(from: ArrayLike<number>, to: ArrayLike<number>): Matrix3 {
  const s = crossCovariance(from, to);
  const [w, x, y, z] = largestEigenvector([
    [s[0] + s[4] + s[8], s[5] - s[7], s[6] - s[2], s[1] - s[3]],
    [s[5] - s[7], s[0] - s[4] - s[8], s[1] + s[3], s[6] + s[2]],
    [s[6] - s[2], s[1] + s[3], s[4] - s[0] - s[8], s[5] + s[7]],
    [s[1] - s[3], s[6] + s[2], s[5] + s[7], s[8] - s[0] - s[4]],
  ]);
  return [
    [w * w + x * x - y * y - z * z, 2 * (x * y - w * z), 2 * (x * z + w * y)],
    [2 * (x * y + w * z), w * w - x * x + y * y - z * z, 2 * (y * z - w * x)],
    [2 * (x * z - w * y), 2 * (y * z + w * x), w * w - x * x - y * y + z * z],
  ];
}

type Nine = [number, number, number, number, number, number, number, number, number];
type Four = [number, number, number, number];

/** Sums of products of the coordinates around their means, `from` by rows and `to` by columns. */
function crossCovariance(from: ArrayLike<number>, to: ArrayLike<number>): Nine {
  const count = from.length / 3;
  const meanFrom = [0, 0, 0];
  const meanTo = [0, 0, 0];
  for (let i = 0; i < from.length; i++) {
    meanFrom[i % 3] = (meanFrom[i % 3] as number) + (from[i] as number) / count;
    meanTo[i % 3] = (meanTo[i % 3] as number) + (to[i] as number) / count;
  }
  const sums: Nine = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let point = 0; point < count; point++) {
    for (let cell = 0; cell < 9; cell++) {
      const [row, column] = [Math.floor(cell / 3), cell % 3];
      const left = (from[point * 3 + row] as number) - (meanFrom[row] as number);
      const right = (to[point * 3 + column] as number) - (meanTo[column] as number);
      sums[cell] = (sums[cell] as number) + left * right;
    }
  }
  return sums;
}

/** By Jacobi rotations, which suit small symmetric matrices and need no starting guess. */
function largestEigenvector(matrix: Four[]): Four {
  const vectors: Four[] = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
  ];
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < 3; p++) for (let q = p + 1; q < 4; q++) rotateOut(matrix, vectors, p, q);
  }
  let best = 0;
  for (let i = 1; i < 4; i++) if (at(matrix, i, i) > at(matrix, best, best)) best = i;
  return [at(vectors, 0, best), at(vectors, 1, best), at(vectors, 2, best), at(vectors, 3, best)];
}

/** Turns the axes p and q so that the matrix's entry between them becomes zero. */
function rotateOut(matrix: Four[], vectors: Four[], p: number, q: number): void {
  const between = at(matrix, p, q);
  if (between === 0) return;
  const angle = 0.5 * Math.atan2(2 * between, at(matrix, q, q) - at(matrix, p, p));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < 4; i++) {
    turn(matrix, i, p, i, q, cos, sin);
    turn(vectors, i, p, i, q, cos, sin);
  }
  for (let i = 0; i < 4; i++) turn(matrix, p, i, q, i, cos, sin);
}

function turn(m: Four[], row1: number, column1: number, row2: number, column2: number, cos: number, sin: number): void {
  const [first, second] = [at(m, row1, column1), at(m, row2, column2)];
  (m[row1] as Four)[column1] = cos * first - sin * second;
  (m[row2] as Four)[column2] = sin * first + cos * second;
}

function at(matrix: Four[], row: number, column: number): number {
  return (matrix[row] as Four)[column] as number;
}
