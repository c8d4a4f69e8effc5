import * as ort from "onnxruntime-node";
import type { Candidate } from "@/inference/detect/candidate";
import { suppressDoubles } from "@/inference/detect/suppress-doubles";
import { createPyramid } from "@/inference/image/pyramid";
import type { RgbImage } from "@/inference/image/rgb-image";
import { sampleRegion } from "@/inference/image/sample-region";

const strides = [8, 16, 32] as const;
const scoreMin = 0.3;

/** Finds the faces of a photo, best first, to label places with. */
export type Teacher = (photo: RgbImage) => Promise<Candidate[]>;

/** A SCRFD file as teacher (input `(x - 127.5) / 128`, two anchors a cell, distances in strides); looks at two scales. */
export async function openTeacher(file: string): Promise<Teacher> {
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  return async (photo) => {
    const longSide = Math.max(photo.width, photo.height);
    const finds: Candidate[] = [];
    for (const side of [640, 1280]) {
      if (side <= longSide * 4) finds.push(...(await search(session, photo, longSide / side)));
    }
    return suppressDoubles(finds.sort((a, b) => b.score - a.score));
  };
}

async function search(session: ort.InferenceSession, photo: RgbImage, step: number): Promise<Candidate[]> {
  const width = Math.ceil(photo.width / step / 32) * 32;
  const height = Math.ceil(photo.height / step / 32) * 32;
  const bytes = sampleRegion(createPyramid(photo), { x: 0, y: 0, step, width, height });
  const planes = new Float32Array(bytes.length);
  for (const [i, byte] of bytes.entries()) planes[(i % 3) * width * height + Math.floor(i / 3)] = (byte - 127.5) / 128;
  const input = new ort.Tensor("float32", planes, [1, 3, height, width]);
  const results = await session.run({ [session.inputNames[0] ?? ""]: input });
  return strides.flatMap((stride, level) => {
    const [scores, distances] = [level, level + 3].map(
      (i) => results[session.outputNames[i] ?? ""]?.data as Float32Array,
    );
    return decode(scores ?? new Float32Array(), distances ?? new Float32Array(), stride, width, step);
  });
}

function decode(
  scores: Float32Array,
  distances: Float32Array,
  stride: number,
  width: number,
  step: number,
): Candidate[] {
  const found: Candidate[] = [];
  for (const [i, score] of scores.entries()) {
    if (score < scoreMin) continue;
    const x = ((i >> 1) % (width / stride)) * stride;
    const y = Math.floor((i >> 1) / (width / stride)) * stride;
    const [left = 0, top = 0, right = 0, bottom = 0] = distances.subarray(i * 4, i * 4 + 4);
    const [xMin, yMin, xMax, yMax] = [x - left * stride, y - top * stride, x + right * stride, y + bottom * stride];
    found.push({
      xMin: xMin * step,
      yMin: yMin * step,
      xMax: xMax * step,
      yMax: yMax * step,
      score,
      source: "ssd",
      roll: 0,
    });
  }
  return found;
}
