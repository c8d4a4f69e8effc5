import type { Pyramid } from "@/inference/image/pyramid";
import { sampleRegion } from "@/inference/image/sample-region";
import type { Session } from "@/inference/runtime/ort";
import type { Candidate, Rect } from "./candidate";
import { ssdAnchors } from "./ssd-anchors";

const stride = 32;

/**
 * Searches a picture with SSD MobileNet v1, scaled so that one pixel of the network covers `step` picture pixels; faces
 * of about 25 to 500 network pixels are seen.
 * Returns boxes in picture pixels with a score above `scoreMin`, best first, doubles included.
 */
export async function detectWithSsd(
  session: Session,
  pyramid: Pyramid,
  step: number,
  scoreMin: number,
): Promise<Candidate[]> {
  const width = Math.ceil(pyramid.image.width / step / stride) * stride;
  const height = Math.ceil(pyramid.image.height / step / stride) * stride;
  const data = sampleRegion(pyramid, { x: 0, y: 0, step, width, height });
  const { scores, offsets } = await session.run({ data, dims: [1, height, width, 3] }, ["scores", "offsets"]);
  if (!scores || !offsets) return [];
  const anchors = ssdAnchors(width, height);
  const candidates: Candidate[] = [];
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? 0;
    if (score > scoreMin) candidates.push({ ...decodeBox(anchors, offsets, i, step), score, source: "ssd", roll: 0 });
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** Offsets are in units of the anchor, ten (position) and five (size) times enlarged: the usual variances of SSD. */
function decodeBox(anchors: Float32Array, offsets: Float32Array, index: number, step: number): Rect {
  const [cy = 0, cx = 0, height = 0, width = 0] = anchors.subarray(index * 4, index * 4 + 4);
  const [dy = 0, dx = 0, dh = 0, dw = 0] = offsets.subarray(index * 4, index * 4 + 4);
  const y = (cy + (dy / 10) * height) * step;
  const x = (cx + (dx / 10) * width) * step;
  const halfHeight = (Math.exp(dh / 5) * height * step) / 2;
  const halfWidth = (Math.exp(dw / 5) * width * step) / 2;
  return { xMin: x - halfWidth, yMin: y - halfHeight, xMax: x + halfWidth, yMax: y + halfHeight };
}
