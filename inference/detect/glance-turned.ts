import { createPyramid } from "@/inference/image/pyramid";
import { type QuarterTurns, turnBack, turnImage } from "@/inference/image/turn-image";
import type { Rect } from "./candidate";
import { createSearch, type DetectedFace, type Search } from "./detected-face";
import { glanceAt, settlePortrait } from "./glance";
import type { MeshFit } from "./mesh";

/** Upside down first: the glance sees faces on their side anyway. */
const order = [2, 1, 3] as const satisfies readonly QuarterTurns[];
/** Longer side in pixels that a glance needs. */
const glanceSide = 512;

/** Looks at the picture in the three other orientations, for scans and photos that lost their orientation tag. */
export async function glanceTurned({ pyramid, sessions, longSide }: Search): Promise<DetectedFace | undefined> {
  const { image, scale } = pyramid.levelFor(Math.max(1, longSide / glanceSide));
  for (const turns of order) {
    const turned = createSearch(createPyramid(turnImage(image, turns)), sessions);
    const face = await settlePortrait(turned, await glanceAt(turned));
    if (face)
      return turnFace(face, ([x, y]) => scaled(turnBack([x, y], turns, image.width, image.height), 1 / scale), turns);
  }
  return undefined;
}

type MovePoint = (point: readonly [number, number]) => [x: number, y: number];

function scaled([x, y]: readonly [number, number], factor: number): [number, number] {
  return [x * factor, y * factor];
}

function turnFace({ box, probability, mesh }: DetectedFace, move: MovePoint, turns: QuarterTurns): DetectedFace {
  return { box: turnRect(box, move), probability, mesh: turnMesh(mesh, move, turns) };
}

function turnRect(rect: Rect, move: MovePoint): Rect {
  const [x1, y1] = move([rect.xMin, rect.yMin]);
  const [x2, y2] = move([rect.xMax, rect.yMax]);
  return { xMin: Math.min(x1, x2), yMin: Math.min(y1, y2), xMax: Math.max(x1, x2), yMax: Math.max(y1, y2) };
}

function turnMesh(mesh: MeshFit, move: MovePoint, turns: QuarterTurns): MeshFit {
  const points = new Float32Array(mesh.points.length);
  const [originX, originY] = move([0, 0]);
  const [unitX, unitY] = move([1, 0]);
  const depthScale = Math.hypot(unitX - originX, unitY - originY);
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = move([mesh.points[i] ?? 0, mesh.points[i + 1] ?? 0]);
    points[i] = x;
    points[i + 1] = y;
    points[i + 2] = (mesh.points[i + 2] ?? 0) * depthScale;
  }
  return { ...mesh, points, bounds: turnRect(mesh.bounds, move), roll: mesh.roll - (turns * Math.PI) / 2 };
}
