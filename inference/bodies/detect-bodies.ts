import { iouOf, type Rect } from "@/inference/detect/candidate";
import { outputOf } from "@/inference/faces/output-of";
import type { Pyramid } from "@/inference/image/pyramid";
import { sampleRegion } from "@/inference/image/sample-region";
import type { Body } from "@/inference/pipeline/analysis";
import type { Sessions } from "@/inference/runtime/session-store";

const sidePx = 512;
/** The network answers for each of 128 x 128 cells. */
const cells = 128;
const classes = 80;
const person = 0;
/** At 0.3, one in seven large faces of group photos had no body; whoever wants surer bodies has their probability. */
const scoreMin = 0.2;
const overlapMax = 0.6;

/** Boxes of people, whole or in part, the surest first; in pixels of the picture and clipped to it. */
export async function detectBodies(pyramid: Pyramid, sessions: Sessions): Promise<Body[]> {
  const { width, height } = pyramid.image;
  const step = Math.max(width, height) / sidePx;
  const data = sampleRegion(pyramid, { x: 0, y: 0, step, width: sidePx, height: sidePx });
  const session = await sessions("centernet");
  const outputs = await session.run({ data, dims: [1, sidePx, sidePx, 3] }, ["scores", "extents"]);
  const bodies = findPeaks(outputOf(outputs, "scores")).map(({ cell, score }): Body => {
    const box = readBox(outputOf(outputs, "extents"), cell);
    const x = (value: number) => Math.max(0, Math.min(width, value * step));
    const y = (value: number) => Math.max(0, Math.min(height, value * step));
    return { xMin: x(box.xMin), yMin: y(box.yMin), xMax: x(box.xMax), yMax: y(box.yMax), probability: score };
  });
  return suppressOverlaps(bodies);
}

/** Cells whose score is the largest of their neighbourhood, the highest first. */
function findPeaks(scores: Float32Array): { readonly cell: number; readonly score: number }[] {
  const scoreAt = (x: number, y: number) => scores[(y * cells + x) * classes + person] as number;
  const peaks: { cell: number; score: number }[] = [];
  for (let y = 0; y < cells; y++) {
    for (let x = 0; x < cells; x++) {
      const score = scoreAt(x, y);
      if (score < scoreMin) continue;
      let isPeak = true;
      for (let ny = Math.max(0, y - 1); ny <= Math.min(cells - 1, y + 1); ny++) {
        for (let nx = Math.max(0, x - 1); nx <= Math.min(cells - 1, x + 1); nx++) {
          if (scoreAt(nx, ny) > score) isPeak = false;
        }
      }
      if (isPeak) peaks.push({ cell: y * cells + x, score });
    }
  }
  return peaks.toSorted((a, b) => b.score - a.score);
}

/** The way from a cell's middle to the left, upper, right and lower edge, in pixels of the network's input. */
function readBox(extents: Float32Array, cell: number): Rect {
  const [left, top, right, bottom] = extents.subarray(cell * 4, cell * 4 + 4);
  const stride = sidePx / cells;
  const [x, y] = [((cell % cells) + 0.5) * stride, (Math.floor(cell / cells) + 0.5) * stride];
  return {
    xMin: x - (left as number),
    yMin: y - (top as number),
    xMax: x + (right as number),
    yMax: y + (bottom as number),
  };
}

function suppressOverlaps(bodies: readonly Body[]): Body[] {
  const kept: Body[] = [];
  for (const body of bodies) {
    if (kept.every((other) => iouOf(other, body) < overlapMax)) kept.push(body);
  }
  return kept;
}
