import { InferenceError } from "@/inference/inference-error";
import type { Point } from "@/inference/pipeline/analysis";
import type { FloatTensor } from "@/inference/runtime/ort";
import type { FoundFace } from "./found-face";

const strides = [8, 16, 32] as const;
const outputKinds = ["class", "object", "box", "points"] as const;

/**
 * Faces out of the twelve outputs of YuNet 2023mar (Wu, Peng, Yu 2023, "YuNet: A Tiny Millisecond-level Face Detector"):
 * three strides of class scores, then of object scores, of boxes (centre in strides from the cell's upper left corner,
 * logarithm of width and height in strides) and of five points. A face's score is the geometric mean of the first two.
 *
 * @throws InferenceError `model_corrupt` for outputs of another network
 */
export function decodeYunet(
  outputs: readonly FloatTensor[],
  canvas: { readonly width: number; readonly height: number },
  scoreMin: number,
): FoundFace[] {
  if (outputs.length !== strides.length * outputKinds.length) throw wrongNetwork();
  return strides.flatMap((stride, level) => {
    const columns = canvas.width / stride;
    const count = columns * (canvas.height / stride);
    const [classes, objects, boxes, points] = outputKinds.map(
      (_, kind) => outputs[kind * strides.length + level]?.data,
    );
    if (classes?.length !== count || objects?.length !== count || boxes?.length !== count * 4) throw wrongNetwork();
    if (points?.length !== count * 10) throw wrongNetwork();
    const faces: FoundFace[] = [];
    for (let cell = 0; cell < count; cell++) {
      const score = Math.sqrt(share(classes[cell] as number) * share(objects[cell] as number));
      if (score <= scoreMin) continue;
      const corner = [cell % columns, Math.floor(cell / columns)] as const;
      faces.push({ score, box: boxOf(boxes, cell, stride, corner), points: pointsOf(points, cell, stride, corner) });
    }
    return faces;
  });
}

const share = (value: number) => Math.min(1, Math.max(0, value));

function boxOf(boxes: Float32Array, cell: number, stride: number, [column, row]: Point): FoundFace["box"] {
  const [dx = 0, dy = 0, width = 0, height = 0] = boxes.subarray(cell * 4, cell * 4 + 4);
  const [x, y] = [(column + dx) * stride, (row + dy) * stride];
  const [halfWidth, halfHeight] = [(Math.exp(width) * stride) / 2, (Math.exp(height) * stride) / 2];
  return { xMin: x - halfWidth, yMin: y - halfHeight, xMax: x + halfWidth, yMax: y + halfHeight };
}

function pointsOf(points: Float32Array, cell: number, stride: number, [column, row]: Point): Point[] {
  return Array.from({ length: 5 }, (_, i): Point => {
    const at = cell * 10 + i * 2;
    return [(column + (points[at] as number)) * stride, (row + (points[at + 1] as number)) * stride];
  });
}

function wrongNetwork(): InferenceError {
  return new InferenceError("model_corrupt", "The detector is no YuNet network of 2023.");
}
