import { InferenceError } from "@/inference/inference-error";
import type { Point } from "@/inference/pipeline/analysis";
import type { FloatTensor } from "@/inference/runtime/ort";
import type { FoundFace } from "./found-face";

const strides = [8, 16, 32] as const;

/**
 * Faces out of the outputs of an SCRFD network with landmarks (Guo et al. 2021, "Sample and Computation Redistribution
 * for Efficient Face Detection"): for each stride scores, distances to the four edges and five points, both in strides
 * from the upper left corner of a cell, with one or more anchors a cell. Outputs are told apart by their last size.
 *
 * @throws InferenceError `model_corrupt` for outputs of another network
 */
export function decodeScrfd(
  outputs: readonly FloatTensor[],
  canvas: { readonly width: number; readonly height: number },
  scoreMin: number,
): FoundFace[] {
  const [scores, edges, points] = [1, 4, 10].map((size) => ofSize(outputs, size));
  return strides.flatMap((stride, level) => {
    const [score, edge, point] = [scores?.[level], edges?.[level], points?.[level]];
    const columns = canvas.width / stride;
    const anchors = (score?.length ?? 0) / (columns * (canvas.height / stride));
    if (!score || !edge || !point || !Number.isInteger(anchors) || anchors < 1) {
      throw new InferenceError("model_corrupt", "The detector is no SCRFD network with five landmarks.");
    }
    const faces: FoundFace[] = [];
    for (const [anchor, value] of score.entries()) {
      if (value <= scoreMin) continue;
      const cell = Math.floor(anchor / anchors);
      const corner = [(cell % columns) * stride, Math.floor(cell / columns) * stride] as const;
      faces.push({
        score: value,
        box: boxOf(edge, anchor, stride, corner),
        points: pointsOf(point, anchor, stride, corner),
      });
    }
    return faces;
  });
}

/** The outputs whose last size is `size`, finest stride first. */
function ofSize(outputs: readonly FloatTensor[], size: number): Float32Array[] {
  const found = outputs.filter(({ dims }) => dims.at(-1) === size).map(({ data }) => data);
  return found.toSorted((a, b) => b.length - a.length);
}

function boxOf(edges: Float32Array, anchor: number, stride: number, [x, y]: Point): FoundFace["box"] {
  const at = (side: number) => (edges[anchor * 4 + side] as number) * stride;
  return { xMin: x - at(0), yMin: y - at(1), xMax: x + at(2), yMax: y + at(3) };
}

function pointsOf(offsets: Float32Array, anchor: number, stride: number, [x, y]: Point): Point[] {
  return Array.from({ length: 5 }, (_, i): Point => {
    const at = anchor * 10 + i * 2;
    return [x + (offsets[at] as number) * stride, y + (offsets[at + 1] as number) * stride];
  });
}
