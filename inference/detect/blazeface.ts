import type { Pyramid } from "@/inference/image/pyramid";
import { sampleRegion } from "@/inference/image/sample-region";
import type { Session } from "@/inference/runtime/ort";
import type { Candidate } from "./candidate";

const side = 256;
/** An upright square in pixels of a picture; it may reach beyond the edges, which are black there. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Two maps: cells per side and anchors per cell. */
const maps = [
  { cells: 16, anchors: 2, scores: "scores16", boxes: "boxes16" },
  { cells: 8, anchors: 6, scores: "scores8", boxes: "boxes8" },
] as const;
/** Numbers per anchor: centre, size, then six points of which the first two are the eyes. */
const valuesPerBox = 16;

/**
 * Searches one square of a picture with BlazeFace; faces of about a tenth of the square and larger are seen.
 * Returns boxes in picture pixels with a score above `scoreMin`, best first, doubles included.
 */
export async function detectWithBlaze(
  session: Session,
  pyramid: Pyramid,
  square: Square,
  scoreMin: number,
): Promise<Candidate[]> {
  const data = sampleRegion(pyramid, { x: square.x, y: square.y, step: square.side / side, width: side, height: side });
  const names = maps.flatMap(({ scores, boxes }) => [scores, boxes]);
  const outputs = await session.run({ data, dims: [1, side, side, 3] }, names);
  const logitMin = Math.log(scoreMin / (1 - scoreMin));
  const candidates: Candidate[] = [];
  for (const map of maps) {
    const scores = outputs[map.scores] ?? new Float32Array();
    const boxes = outputs[map.boxes] ?? new Float32Array();
    for (let i = 0; i < scores.length; i += 1) {
      const logit = scores[i] ?? Number.NEGATIVE_INFINITY;
      if (logit > logitMin) candidates.push(decodeBox(map, boxes, i, logit, square));
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

function decodeBox(
  map: (typeof maps)[number],
  boxes: Float32Array,
  index: number,
  logit: number,
  square: Square,
): Candidate {
  const cell = Math.floor(index / map.anchors);
  const anchorX = ((cell % map.cells) + 0.5) * (side / map.cells);
  const anchorY = (Math.floor(cell / map.cells) + 0.5) * (side / map.cells);
  const [dx = 0, dy = 0, width = 0, height = 0, rightX = 0, rightY = 0, leftX = 0, leftY = 0] = boxes.subarray(
    index * valuesPerBox,
    (index + 1) * valuesPerBox,
  );
  const scale = square.side / side;
  const x = square.x + (anchorX + dx) * scale;
  const y = square.y + (anchorY + dy) * scale;
  const halfWidth = (width / 2) * scale;
  const halfHeight = (height / 2) * scale;
  const box = { xMin: x - halfWidth, yMin: y - halfHeight, xMax: x + halfWidth, yMax: y + halfHeight };
  return {
    ...box,
    score: 1 / (1 + Math.exp(-logit)),
    source: "blaze",
    roll: Math.atan2(leftY - rightY, leftX - rightX),
  };
}
