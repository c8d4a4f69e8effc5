import * as ort from "onnxruntime-node";
import type { RgbImage } from "@/inference/image/rgb-image";

/** A network of others: planes of floats in, its outputs by name out. */
export type FloatSession = (image: RgbImage) => Promise<Readonly<Record<string, Float32Array>>>;

/** Loads a network that takes `[1, 3, height, width]` RGB as `(byte - 127.5) / 128`. */
export async function openFloatSession(file: string): Promise<FloatSession> {
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const [input = ""] = session.inputNames;
  return async (image) => {
    const tensor = new ort.Tensor("float32", planesOf(image), [1, 3, image.height, image.width]);
    const outputs = await session.run({ [input]: tensor });
    return Object.fromEntries(session.outputNames.map((name) => [name, outputs[name]?.data as Float32Array]));
  };
}

function planesOf({ data, width, height }: RgbImage): Float32Array {
  const pixels = width * height;
  const planes = new Float32Array(3 * pixels);
  for (let i = 0; i < pixels; i++) {
    for (let channel = 0; channel < 3; channel++) {
      planes[channel * pixels + i] = ((data[i * 3 + channel] as number) - 127.5) / 128;
    }
  }
  return planes;
}
