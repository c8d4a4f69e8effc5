import type { Point } from "@/inference/pipeline/analysis";

/** The convex hull of points, one of its corners after the other (Andrew 1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (order: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of order) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax);
}

/** Area inside a polygon (shoelace formula). */
export function areaOf(corners: readonly Point[]): number {
  let sum = 0;
  for (const [i, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(i + 1) % corners.length] as Point;
    sum += x * nextY - nextX * y;
  }
  return Math.abs(sum) / 2;
}

/** The part of a polygon inside `0..width` x `0..height`, maybe nothing (Sutherland and Hodgman 1974). */
export function clipToPicture(corners: readonly Point[], width: number, height: number): Point[] {
  const sides: readonly ((point: Point) => number)[] = [
    ([x]) => x,
    ([x]) => width - x,
    ([, y]) => y,
    ([, y]) => height - y,
  ];
  return sides.reduce<readonly Point[]>(clipToSide, corners) as Point[];
}

function clipToSide(corners: readonly Point[], depth: (point: Point) => number): Point[] {
  return corners.flatMap((corner, i) => {
    const before = corners.at(i - 1) as Point;
    const [from, to] = [depth(before), depth(corner)];
    const kept: Point[] = to >= 0 ? [corner] : [];
    if (from >= 0 === to >= 0) return kept;
    const share = from / (from - to);
    return [
      [before[0] + share * (corner[0] - before[0]), before[1] + share * (corner[1] - before[1])] as Point,
      ...kept,
    ];
  });
}

/** 1 for every pixel whose middle lies inside a convex polygon, row by row. */
export function fillConvex(corners: readonly Point[], width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const y = row + 0.5;
    for (const [i, [bx, by]] of corners.entries()) {
      const [ax, ay] = corners.at(i - 1) as Point;
      if (ay <= y === by <= y) continue;
      const x = ax + ((y - ay) / (by - ay)) * (bx - ax);
      from = Math.min(from, x);
      to = Math.max(to, x);
    }
    const [first, end] = [Math.max(0, Math.ceil(from - 0.5)), Math.min(width, Math.ceil(to - 0.5))];
    if (first < end) mask.fill(1, row * width + first, row * width + end);
  }
  return mask;
}
