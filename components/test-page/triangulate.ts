export type Point = readonly [x: number, y: number];
export type Triangle = readonly [a: number, b: number, c: number];

/** Whether `point` lies within the circle through three points that turn to the left (determinant of the lifted points). */
function isInCircle([a, b, c]: readonly [Point, Point, Point], [x, y]: Point): boolean {
  const [ax, ay, bx, by, cx, cy] = [a[0] - x, a[1] - y, b[0] - x, b[1] - y, c[0] - x, c[1] - y];
  const [al, bl, cl] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  return ax * (by * cl - bl * cy) - ay * (bx * cl - bl * cx) + al * (bx * cy - by * cx) > 0;
}

const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Edges of triangles that no other of them has. */
function outline(triangles: readonly Triangle[]): readonly (readonly [number, number])[] {
  const edges = triangles.flatMap(([a, b, c]) => [[a, b] as const, [b, c] as const, [c, a] as const]);
  const known = new Set(edges.map(([a, b]) => `${a} ${b}`));
  return edges.filter(([a, b]) => !known.has(`${b} ${a}`));
}

/** Three points far around all others. */
function frameOf(points: readonly Point[]): readonly [Point, Point, Point] {
  const far = 1e4 * Math.max(1, ...points.flat().map(Math.abs));
  return [
    [-far, -far],
    [far, -far],
    [0, far],
  ];
}

/**
 * Delaunay triangles between points, as positions in the list: each point in turn replaces the triangles whose circle it
 * lies in (Bowyer 1981, Watson 1981). Of points in the same place one is taken.
 */
export function triangulate(given: readonly Point[]): readonly Triangle[] {
  const points = [...given, ...frameOf(given)];
  const count = given.length;
  let triangles: readonly Triangle[] = [[count, count + 1, count + 2]];
  const at = (index: number): Point => points[index] ?? [0, 0];
  for (const [index, point] of given.entries()) {
    const isHit = ([a, b, c]: Triangle) => isInCircle([at(a), at(b), at(c)], point);
    const around = outline(triangles.filter(isHit)).filter(([a, b]) => turn(at(a), at(b), point) > 0);
    const fresh = around.map(([a, b]): Triangle => [a, b, index]);
    triangles = [...triangles.filter((triangle) => !isHit(triangle)), ...fresh];
  }
  return triangles.filter((triangle) => triangle.every((corner) => corner < count));
}
